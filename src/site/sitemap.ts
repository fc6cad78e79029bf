import { crossingsOf, withTag, type CatalogueProject } from '../catalogue/catalogue.ts'
import { changedOn } from '../catalogue/changes.ts'
import { escapeHtml } from '../words/html.ts'
import { catalogue, groups, site } from './catalogue.ts'
import { openData } from './open-data.ts'
import { absolute, paths } from './paths.ts'

/** An address, and the day on which what it shows last changed. */
export interface Listed {
  page: string
  changed: string
}

const { modified } = openData.about
const places = Map.groupBy(catalogue.projects, ({ municipality }) => municipality.code)

/** A page that shows some programmes; one that shows none says so since the newest sheet. */
const listed = (page: string, projects: readonly CatalogueProject[]): Listed => ({
  page,
  changed:
    projects.length === 0
      ? modified
      : (projects
          .map((project) => changedOn(catalogue, project))
          .sort()
          .at(-1) ?? modified),
})

/** The pages that search engines should know: those of a fiscal year's programmes in a part of their own. */
export const sitemapParts = (): Map<string, Listed[]> =>
  new Map([
    [
      'pages',
      [
        paths.home,
        paths.search,
        paths.projects,
        paths.municipalities,
        paths.categories,
        paths.tags,
        paths.totals,
        paths.workers,
        paths.employers,
        paths.glossary,
        paths.english,
        paths.about,
        paths.accessibility,
        paths.tagQuality,
        paths.openData,
        paths.dictionary,
        paths.standards,
        paths.audit,
      ].map((page) => ({ page, changed: modified })),
    ],
    [
      'groups',
      [
        ...catalogue.municipalities.map((place) => listed(paths.municipality(place), places.get(place.code) ?? [])),
        ...groups.map((group) => listed(paths.category(group), group.projects)),
        ...catalogue.tags.map((tag) => listed(paths.tag(tag), withTag(catalogue.projects, tag))),
        ...crossingsOf(catalogue).map(({ place, tag, projects }) => listed(paths.crossing(place, tag), projects)),
      ],
    ],
    ...[...Map.groupBy(catalogue.projects, ({ fiscalYear }) => String(fiscalYear))].map(
      ([year, projects]): [string, Listed[]] => [
        year,
        projects.map((project) => ({ page: paths.project(project), changed: changedOn(catalogue, project) })),
      ],
    ),
  ])

/** A sitemap, or an index of sitemaps. */
export const sitemapXml = (root: 'urlset' | 'sitemapindex', listed: readonly Listed[]): Response => {
  const item = root === 'urlset' ? 'url' : 'sitemap'
  const items = listed.map(
    ({ page, changed }) =>
      `<${item}><loc>${escapeHtml(absolute(site, page))}</loc><lastmod>${changed}</lastmod></${item}>\n`,
  )
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('')}</${root}>\n`,
  )
}
