import { globSync } from 'node:fs'
import { LinkChecker, LinkState } from 'linkinator'
import { listen, staticServer } from '../../scripts/static-server.ts'

/**
 * The links of every page of a built site that lead nowhere within it, or to a fragment that is not there; also those
 * that a page gives with its whole address, to machines too. Other hosts are not asked.
 * @param site the site's folder
 * @param address where the site says that it is
 * @returns a line for each: the page, the link, and what is wrong with it
 */
export async function brokenLinks(site: string, address: string): Promise<{ checked: number; broken: string[] }> {
  const { origin, pathname } = new URL(address)
  const server = staticServer(site, pathname)
  const local = await listen(server, 0)
  const own = new RegExp(`^(?:${local}|${origin.replaceAll('.', '\\.')})/`)
  try {
    const { links } = await new LinkChecker().check({
      path: globSync('**/*.html', { cwd: site }).map(
        (page) => `${local}${pathname}${page.replace(/index\.html$/, '')}`,
      ),
      urlRewriteExpressions: [{ pattern: own, replacement: `${local}/` }],
      linksToSkip: (link) => Promise.resolve(!own.test(link)),
      checkFragments: true,
      checkCss: true,
      redirects: 'error',
      concurrency: 20,
    })
    return {
      checked: links.filter(({ state }) => state === LinkState.OK).length,
      broken: links
        .filter(({ state }) => state === LinkState.BROKEN)
        .map(({ parent, url, status }) => `${parent ?? ''} → ${url} (${String(status ?? '')})`.replaceAll(local, '')),
    }
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
