import type { APIRoute } from 'astro'
import { paths } from '../site/paths.ts'
import { sitemapParts, sitemapXml } from '../site/sitemap.ts'

/** An index: one sitemap may hold 50,000 addresses, which many years of programmes pass. */
export const GET: APIRoute = () =>
  sitemapXml(
    'sitemapindex',
    [...sitemapParts()].map(([part, listed]) => ({
      page: paths.sitemapPart(part),
      changed:
        listed
          .map(({ changed }) => changed)
          .sort()
          .at(-1) ?? '',
    })),
  )
