import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const SCRIPTS = /<script type="module" src="([^"]+)"/g
const IMPORTS = /(?:from|import)"(\.[^"]+)"/g

/**
 * Names in a built page what its scripts import, so that a browser fetches all at once and not what one names when it
 * has come. Names are those that the page gives its scripts, whatever folder the site is served from.
 * @param folder of the site, where `base` leads
 */
export function preloadModules(page: string, folder: string, base: string): void {
  const html = readFileSync(page, 'utf8')
  const scripts = new Set(Array.from(html.matchAll(SCRIPTS), ([, src = '']) => join(folder, src.slice(base.length))))
  const all = new Set(scripts)
  for (const file of all)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) all.add(join(dirname(file), name))
  const links = [...all]
    .filter((file) => !scripts.has(file))
    .map((file) => `<link rel="modulepreload" href="${base}${relative(folder, file).replaceAll('\\', '/')}">`)
  writeFileSync(page, html.replace('</head>', `${links.join('')}</head>`))
}
