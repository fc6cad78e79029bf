import type { CatalogueProject } from './catalogue.ts'

/** How programmes elsewhere are chosen, in words for the page. */
export const SIMILAR_RULE =
  'ほかの区市町村の事業のうち、「だれのため」と「何をしてくれる」が一つ以上同じものを、同じ札の多い順に並べています。'
const MOST = 5

/** Programmes of other municipalities for the same people with the same kind of help, those with most in common first. */
export function similarTo(project: CatalogueProject, all: readonly CatalogueProject[]): CatalogueProject[] {
  const own = new Set(project.tags.map(({ tag }) => tag))
  return all
    .filter(({ municipality }) => municipality.code !== project.municipality.code)
    .map((other) => {
      const shared = other.tags.filter(({ tag }) => own.has(tag)).map(({ tag }) => tag.family)
      return { other, shared }
    })
    .filter(({ shared }) => shared.includes('whom') && shared.includes('help'))
    .sort((a, b) => b.shared.length - a.shared.length || b.other.fiscalYear - a.other.fiscalYear)
    .slice(0, MOST)
    .map(({ other }) => other)
}
