import { globSync } from 'node:fs'

/** The path of one page of each kind that a built site has, by the files that make them. */
export function pageKinds(site: string): string[] {
  const routes = globSync('**/*.astro', { cwd: 'src/pages' })
    .map((file) => file.replaceAll('\\', '/').replace(/(?:(?:^|\/)index)?\.astro$/, ''))
    .filter((route) => route !== '404')
    .sort()
  return routes.map((route) => {
    // A page of a name that is computed may not be mistaken for one that has its own file.
    const pages = globSync(
      `${route.replace(/\/\[\.{3}\w+\]/g, '{,/*}').replace(/\[[^\]]+\]/g, '*')}/index.html`.replace(/^\//, ''),
      {
        cwd: site,
      },
    )
      .map((file) => file.replaceAll('\\', '/').replace(/\/?index\.html$/, ''))
      .filter((page) => page === route || !routes.includes(page))
      .sort()
    const [first] = pages
    if (first === undefined) throw new Error(`No page of src/pages/${route} was built.`)
    return first === '' ? '/' : `/${first}/`
  })
}
