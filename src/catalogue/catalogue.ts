import { addUp, type ReadSheet, type StreamTotal } from '../plansheet/index.ts'
import type { Issue } from '../plansheet/issue.ts'
import { STREAM_LABELS } from '../plansheet/labels.ts'
import { splitLines } from '../plansheet/text/lines.ts'
import type { Tally } from '../plansheet/tally.ts'
import type { CategoryEntry } from '../plansheet/reading.ts'
import type { Category, Municipality, Project, Total } from '../plansheet/schema.ts'
import type { Neighbours } from '../register/neighbours.ts'
import type { SheetEntry } from '../register/sheets.ts'
import type { Judgment, Tag } from '../register/tags.ts'
import type { Tile } from '../register/tiles.ts'
import type { TagReading } from '../tags/read-tags.ts'
import type { CorrectedProject } from './corrections.ts'

/** A programme as the pages show it: its record, the changes made to it, and what is to be said about it. */
export type CatalogueProject = CorrectedProject & {
  categoryLabel: string
  notices: Issue[]
  /** What the catalogue reads out of its texts, each with its evidence. */
  tags: TagReading[]
}

/** A plan sheet as the pages show it. */
export interface CatalogueSheet {
  entry: SheetEntry
  /** The file's physical lines; line 1 is at 0. */
  lines: string[]
  totals: StreamTotal[]
  tally: Tally
}

/** All that the pages can ask about. Sheets: newest first. Projects: newest sheet first, then in printed order. */
export interface Catalogue {
  sheets: CatalogueSheet[]
  projects: CatalogueProject[]
  /** The same by the code of their municipality; those without one are not in it. */
  byMunicipality: ReadonlyMap<string, CatalogueProject[]>
  municipalities: Municipality[]
  categories: CategoryEntry[]
  neighbours: Neighbours
  tags: Tag[]
  judgments: Judgment[]
  tiles: Tile[]
}

/** Puts what was read together. `read` and `entries` are in the same order, newest first. */
export function makeCatalogue(
  register: Pick<Catalogue, 'municipalities' | 'categories' | 'neighbours' | 'tags' | 'judgments' | 'tiles'>,
  read: readonly { entry: SheetEntry; text: string; sheet: ReadSheet }[],
  projects: readonly CorrectedProject[],
  readTags: (project: CorrectedProject) => TagReading[],
): Catalogue {
  const notices = Map.groupBy(
    read.flatMap(({ sheet }) => sheet.issues),
    ({ id }) => id,
  )
  const shown = projects.map((project): CatalogueProject => ({
    ...project,
    tags: readTags(project),
    categoryLabel: register.categories.find(({ key }) => key === project.category)?.label ?? project.category,
    // What was said of a printed value is not true of the one that has taken its place.
    notices: (notices.get(project.id) ?? []).filter(
      ({ field }) => !project.corrections.some((correction) => correction.field === field),
    ),
  }))
  return {
    ...register,
    sheets: read.map(({ entry, text, sheet }) => ({
      entry,
      lines: splitLines(text).map((line) => line.text),
      totals: sheet.totals,
      tally: sheet.tally,
    })),
    projects: shown,
    byMunicipality: Map.groupBy(shown, ({ municipality }) => municipality.code),
  }
}

/** The sum of a list of projects, and how many of them state each column. */
export interface Sum {
  count: number
  total: Total
  stated: { workers: number; recruitingEstablishments: number; supportedEstablishments: number }
}

/** Adds up a list of projects. */
export function sumOf(projects: readonly Project[]): Sum {
  const stated = (value: (project: Project) => number | null): number =>
    projects.filter((project) => value(project) !== null).length
  return {
    count: projects.length,
    total: addUp(projects),
    stated: {
      workers: stated(({ targets }) => targets.workers),
      recruitingEstablishments: stated(({ targets }) => targets.recruitingEstablishments),
      supportedEstablishments: stated(({ targets }) => targets.supportedEstablishments),
    },
  }
}

export const ofYear = (projects: readonly CatalogueProject[], fiscalYear: number): CatalogueProject[] =>
  projects.filter((project) => project.fiscalYear === fiscalYear)

/** Makes the function that finds the programmes of a programme's municipality and year: itself and its neighbours. */
export function besideOf(projects: readonly CatalogueProject[]): (project: CatalogueProject) => CatalogueProject[] {
  const keyOf = ({ municipality, fiscalYear }: CatalogueProject): string => `${municipality.code} ${fiscalYear}`
  const groups = Map.groupBy(projects, keyOf)
  return (project) => groups.get(keyOf(project)) ?? []
}

export const ofMunicipality = ({ byMunicipality }: Catalogue, code: string): readonly CatalogueProject[] =>
  byMunicipality.get(code) ?? []

/** The municipality's neighbours that have a programme in any year. */
export const neighboursWithProjects = (catalogue: Catalogue, code: string): Municipality[] =>
  catalogue.municipalities.filter(
    (municipality) =>
      catalogue.neighbours.get(code)?.includes(municipality.code) === true &&
      ofMunicipality(catalogue, municipality.code).length > 0,
  )

/** The programmes that have a tag. */
export const withTag = (projects: readonly CatalogueProject[], { key }: Pick<Tag, 'key'>): CatalogueProject[] =>
  projects.filter(({ tags }) => tags.some(({ tag }) => tag.key === key))

/** Place and people together: each pair of a municipality and a tag of those whom programmes are for, if it has any. */
export const crossingsOf = (
  catalogue: Catalogue,
): { place: Municipality; tag: Tag; projects: CatalogueProject[] }[] => {
  const people = catalogue.tags.filter(({ family }) => family === 'whom')
  return catalogue.municipalities.flatMap((place) => {
    const own = ofMunicipality(catalogue, place.code)
    return people
      .map((tag) => ({ place, tag, projects: withTag(own, tag) }))
      .filter(({ projects }) => projects.length > 0)
  })
}

/** How many of the programmes have each tag, by its key; a tag that none has is not in it. */
export function countTags(projects: readonly CatalogueProject[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { tags } of projects) for (const { tag } of tags) counts.set(tag.key, (counts.get(tag.key) ?? 0) + 1)
  return counts
}

/** The programmes in which no tag of a family could be read. */
export const withoutTag = (projects: readonly CatalogueProject[], family: Tag['family']): CatalogueProject[] =>
  projects.filter(({ tags }) => !tags.some(({ tag }) => tag.family === family))

/** The themes of a model programme: the sheet prints several in one cell with ／ between them. */
export const themesOf = ({ theme }: Pick<Project, 'theme'>): string[] => [
  ...new Set((theme ?? '').split('／').filter((part) => part !== '')),
]

/** A grouping of programmes with a page of its own. */
export interface Group {
  /** Last part of the page's address. */
  slug: string
  kind: 'category' | 'stream' | 'theme'
  label: string
  /** What it means, in words of our own; empty for themes, which speak for themselves. */
  meaning: string
  projects: CatalogueProject[]
}

const STREAMS = [
  {
    slug: 'municipal',
    label: STREAM_LABELS.municipal,
    meaning: '計画書の一つ目の表。区市町村が地域に合わせて行う事業',
  },
  { slug: 'model', label: STREAM_LABELS.model, meaning: '計画書の二つ目の表。決められたテーマに沿って行う事業' },
] as const

/** Characters that a file's name cannot hold, that an address may hold in two ways ([ and %5B), or that cannot be seen. */
const UNSAFE = /(?:(?![\w-])[\x21-\x7E]|[\p{C}\p{Z}])+/gu
const LONGEST = 60

/**
 * The last part of a theme's address: the theme itself. Of one that is too long, or holds what no file's name can, the
 * beginning as far as it can be written, and a number made from the whole, so that no two are the same.
 */
export function themeSlug(theme: string): string {
  // A slash of half width would part the address; the full-width one is a character like any other.
  const slug = theme.replaceAll('/', '／')
  const safe = [...slug.replace(UNSAFE, '-')].slice(0, LONGEST).join('')
  if (safe === slug) return slug
  let hash = 7
  for (const character of theme) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return `${safe}-${hash.toString(36)}`
}

/** True for a programme of a group. */
export const isOf = (project: CatalogueProject, { kind, slug, label }: Group): boolean =>
  kind === 'theme' ? themesOf(project).includes(label) : project[kind] === slug

/** All groups in the order of the pages: 事業分類, the two tables, the themes. */
export function groupsOf({ projects, categories }: Pick<Catalogue, 'projects' | 'categories'>): Group[] {
  const themes = Map.groupBy(
    projects.flatMap((project) => themesOf(project).map((theme) => ({ theme, project }))),
    ({ theme }) => theme,
  )
  return [
    ...categories.map(({ key, label, meaning }): Group => ({
      slug: key satisfies Category,
      kind: 'category',
      label,
      meaning,
      projects: projects.filter(({ category }) => category === key),
    })),
    ...STREAMS.map(({ slug, label, meaning }): Group => ({
      slug,
      kind: 'stream',
      label,
      meaning,
      projects: projects.filter(({ stream }) => stream === slug),
    })),
    ...[...themes].map(([theme, having]): Group => ({
      slug: themeSlug(theme),
      kind: 'theme',
      label: theme,
      meaning: '',
      projects: having.map(({ project }) => project),
    })),
  ]
}
