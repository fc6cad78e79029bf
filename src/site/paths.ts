import type { Municipality } from '../plansheet/schema.ts'

const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const path = (...parts: string[]): string => `${[base, ...parts.map(encodeURIComponent)].join('/')}/`

/** The addresses of the pages. A project's comes from its id alone, so that it never moves. */
export const paths = {
  home: path(),
  search: path('search'),
  searchIndex: `${base}/search/index.json`,
  projects: path('projects'),
  project: ({ id }: { id: string }): string => path('projects', id),
  municipalities: path('municipalities'),
  municipality: ({ romaji }: Pick<Municipality, 'romaji'>): string => path('municipalities', romaji),
  categories: path('categories'),
  category: ({ slug }: { slug: string }): string => path('categories', slug),
  totals: path('totals'),
  about: path('about'),
}
