import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { preloadModules } from '../scripts/preload-modules.ts'

const folder = mkdtempSync(join(tmpdir(), 'preload-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
mkdirSync(join(folder, 'assets'))
const page = join(folder, 'page.html')
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, 'assets', name), text)
}
write('a.js', 'import{x as y}from"./c.js";import"./b.js";import("./later.js")')
write('b.js', 'import{z}from"./c.js"')
write('c.js', 'export{q}from"./d.js"')
write('d.js', 'export const q=1')

test.each(['/', '/sub/'])(
  'a page below %s names its scripts, what they import, and what that imports, once',
  (base) => {
    const scripts = ['a', 'b', 'a'].map((name) => `<script type="module" src="${base}assets/${name}.js"></script>`)
    writeFileSync(page, `<head></head><body>${scripts.join('')}</body>`)
    preloadModules(page, folder, base)
    const links = ['a', 'c', 'd', 'b'].map((name) => `<link rel="modulepreload" href="${base}assets/${name}.js">`)
    expect(readFileSync(page, 'utf8')).toBe(`<head>${links.join('')}</head><body>${scripts.join('')}</body>`)
  },
)
