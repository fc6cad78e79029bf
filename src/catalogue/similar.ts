import type { Tag } from '../register/tags.ts'
import type { CatalogueProject } from './catalogue.ts'

/** How programmes elsewhere are chosen, in words for the page. */
export const SIMILAR_RULE =
  'ほかの区市町村の事業のうち、「だれのため」と「何をしてくれる」が一つ以上同じものを、同じ札の多い順に並べています。'
const MOST = 5

/**
 * Makes the function that finds programmes of other municipalities for the same people with the same kind of help,
 * those with most in common first, in the order of the list. What is compared are sets of tags: they are far fewer than
 * programmes.
 */
export function similarityOf(all: readonly CatalogueProject[]): (project: CatalogueProject) => CatalogueProject[] {
  const placeOf = new Map(all.map((project, index) => [project, index]))
  const sets = [...Map.groupBy(all, setOf).values()].map((same) => ({
    tags: same[0]?.tags.map(({ tag }) => tag) ?? [],
    same,
  }))
  const known = new Map<string, CatalogueProject[]>()

  /** The first programmes like those with a set of tags: enough, whichever municipality is left out. */
  const likeOf = (project: CatalogueProject): CatalogueProject[] => {
    const own = new Set(project.tags.map(({ tag }) => tag))
    const byShared = new Map<number, CatalogueProject[][]>()
    for (const { tags, same } of sets) {
      const shared = tags.filter((tag) => own.has(tag))
      if (!shared.some(isWhom) || !shared.some(isHelp)) continue
      const level = byShared.get(shared.length)
      if (level === undefined) byShared.set(shared.length, [same])
      else level.push(same)
    }
    const first: CatalogueProject[] = []
    const counts = new Map<string, number>()
    for (const [, level] of [...byShared].sort(([a], [b]) => b - a)) {
      for (const other of level.flat().sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0))) {
        first.push(other)
        counts.set(other.municipality.code, (counts.get(other.municipality.code) ?? 0) + 1)
        if (first.length - Math.max(...counts.values()) >= MOST) return first
      }
    }
    return first
  }

  return (project) => {
    const set = setOf(project)
    const like = known.get(set) ?? likeOf(project)
    known.set(set, like)
    return like.filter(({ municipality }) => municipality.code !== project.municipality.code).slice(0, MOST)
  }
}

const isWhom = ({ family }: Tag): boolean => family === 'whom'
const isHelp = ({ family }: Tag): boolean => family === 'help'
const setOf = ({ tags }: CatalogueProject): string => tags.map(({ tag }) => tag.key).join(' ')
