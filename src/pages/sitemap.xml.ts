import type { APIRoute } from 'astro'
import { catalogue, groups, site } from '../site/catalogue.ts'
import { absolute, paths } from '../site/paths.ts'
import { escapeHtml } from '../words/html.ts'

/** The pages that search engines should know. */
export const GET: APIRoute = () => {
  const { home, projects, municipalities, categories, tags, totals, about, glossary, english, workers, employers } =
    paths
  const pages = [
    ...[home, projects, municipalities, categories, tags, totals, about, glossary, english, workers, employers],
    ...[paths.search, paths.openData, paths.accessibility, paths.tagQuality],
    ...catalogue.projects.map(paths.project),
    ...catalogue.municipalities.map(paths.municipality),
    ...groups.map(paths.category),
    ...catalogue.tags.map(paths.tag),
  ]
  const urls = pages.map((page) => `<url><loc>${escapeHtml(absolute(site, page))}</loc></url>`)
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  )
}
