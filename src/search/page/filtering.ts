// The filters beside the results. Most readers filter nothing: how it is done and shown is fetched for those who do.
import { TAG_FAMILIES } from '../../words/tag-families.ts'
import { FILTERS, type SearchState } from '../answer/state.ts'
import type { Session } from '../index/session.ts'
import { chips, facets } from './elements.ts'
import type { ChipActs } from './filters.ts'

export interface Filtering {
  /** Those of the programmes found that pass what the state filters by. */
  passing: (found: Uint32Array, state: SearchState) => Promise<Uint32Array>
  /** True where something is to be shown of the filters. */
  isShown: (state: SearchState) => boolean
  /**
   * Shows what is chosen and how many programmes each choice would show; no number where that cannot be fetched.
   * @param found the programmes found by then: what shows them has to be fetched first
   * @param isOld true once another answer is asked for, which shows its own
   */
  show: (found: () => Uint32Array, state: SearchState, isOld: () => boolean) => Promise<void>
  /** What is chosen, in words. */
  chosen: () => readonly string[]
}

const fetchFilters = (): Promise<typeof import('./filters.ts')> => import('./filters.ts')

export function makeFiltering(session: Session, acts: ChipActs): Filtering {
  const { columns, placeOf, tags } = session
  const romajiOf = (code: string): string => placeOf(code)?.romaji ?? ''
  const isFiltered = (state: SearchState): boolean => FILTERS.some((name) => state[name].length > 0)
  let chosen: readonly string[] = []
  return {
    passing: async (found, state) => {
      if (!isFiltered(state)) return found
      const filters = await fetchFilters()
      if (TAG_FAMILIES.some((name) => state[name].length > 0)) await tags()
      return filters.filter(found, state, columns, romajiOf).found
    },
    isShown: (state) => facets.open || isFiltered(state) || !chips.hidden,
    show: async (found, state, isOld) => {
      try {
        const filters = await fetchFilters()
        if (facets.open) await tags()
        if (isOld()) return
        const shown = filters.filter(found(), state, columns, romajiOf)
        chosen = filters.showFilters(facets, chips, state, shown, columns, placeOf, acts)
      } catch {
        forgetCounts()
      }
    },
    chosen: () => chosen,
  }
}

/** Takes away numbers that are no longer true. */
export const forgetCounts = (): void => {
  for (const number of facets.querySelectorAll('[data-count]')) number.textContent = '–'
}
