import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const SCRIPTS = /<script type="module" src="([^"]+)"/g
const IMPORTS = /(?:from|import)"(\.[^"]+)"/g

/**
 * Names at the head of a built page its scripts and what they import, so that a browser fetches all at once and not what
 * one names when it has come, nor what stands far down the page when that has come. Names are those that the page gives its
 * scripts, whatever folder the site is served from.
 * @param folder of the site, where `base` leads
 */
export function preloadModules(page: string, folder: string, base: string): void {
  const html = readFileSync(page, 'utf8')
  const all = new Set<string>()
  // What one script needs stands together: a browser may fetch only a few at a time.
  const name = (file: string): void => {
    if (all.has(file)) return
    all.add(file)
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) name(join(dirname(file), imported))
  }
  for (const [, src = ''] of html.matchAll(SCRIPTS)) name(join(folder, src.slice(base.length)))
  const links = [...all].map(
    (file) => `<link rel="modulepreload" href="${base}${relative(folder, file).replaceAll('\\', '/')}">`,
  )
  writeFileSync(page, html.replace('</head>', `${links.join('')}</head>`))
}
