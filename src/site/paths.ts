import type { Municipality } from '../plansheet/schema.ts'
import type { Term } from '../register/glossary.ts'
import type { Site } from '../register/site.ts'

const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const path = (...parts: string[]): string => `${[base, ...parts.map(encodeURIComponent)].join('/')}/`

/** The addresses of the pages. A project's comes from its id alone, so that it never moves. */
export const paths = {
  home: path(),
  search: path('search'),
  searchIndex: `${base}/search/index.json`,
  projects: path('projects'),
  project: ({ id }: { id: string }): string => path('projects', id),
  year: (fiscalYear: number): string => path('projects', String(fiscalYear)),
  qr: ({ id }: { id: string }): string => `${path('projects', id)}qr.svg`,
  embed: ({ id }: { id: string }): string => path('embed', id),
  handout: path('handout'),
  municipalities: path('municipalities'),
  mapStyles: `${base}/municipalities/map.css`,
  municipality: ({ romaji }: Pick<Municipality, 'romaji'>): string => path('municipalities', romaji),
  categories: path('categories'),
  category: ({ slug }: { slug: string }): string => path('categories', slug),
  categoryYear: ({ slug }: { slug: string }, fiscalYear: number): string =>
    path('categories', slug, String(fiscalYear)),
  tags: path('tags'),
  tag: ({ key }: { key: string }): string => path('tags', key),
  tagYear: ({ key }: { key: string }, fiscalYear: number): string => path('tags', key, String(fiscalYear)),
  crossing: ({ romaji }: Pick<Municipality, 'romaji'>, { key }: { key: string }): string =>
    path('municipalities', romaji, key),
  tagQuality: path('about', 'tags'),
  workers: path('for', 'workers'),
  employers: path('for', 'employers'),
  openData: path('data'),
  dictionary: path('data', 'dictionary'),
  standards: path('data', 'standards'),
  audit: path('data', 'audit'),
  file: (name: string): string => `${base}/data/${name}`,
  sitemap: `${base}/sitemap.xml`,
  sitemapPart: (part: string): string => `${base}/sitemap-${part}.xml`,
  /** The feed of changes of a page and what is below it. */
  feed: (page: string): string => `${page}feed.xml`,
  totals: path('totals'),
  totalsYear: (fiscalYear: number): string => path('totals', String(fiscalYear)),
  plot: (fiscalYear: number, name: string): string => `${base}/totals/${String(fiscalYear)}-${name}.csv`,
  about: path('about'),
  remarks: ({ code }: Pick<Municipality, 'code'>): string => `${path('about')}#remarks-${code}`,
  accessibility: path('about', 'accessibility'),
  components: path('about', 'components'),
  glossary: path('glossary'),
  term: ({ term }: Pick<Term, 'term'>): string => `${path('glossary')}#${encodeURIComponent(term)}`,
  english: path('en'),
  /** The picture that stands beside a shared link. */
  picture: (name: string): string => `${base}/pictures/${encodeURIComponent(name)}.png`,
}

/** A page's whole address, as it is given away. */
export const absolute = ({ address }: Pick<Site, 'address'>, page: string): string => new URL(page, address).href
