// The filters of the search page and their chips: fetched when they are opened, or where the address holds one.
import { figure } from '../../words/amount.ts'
import { TAG_FAMILIES } from '../../words/tag-families.ts'
import type { Filtered } from '../answer/facets.ts'
import { FILTERS, type Filter, type SearchState } from '../answer/state.ts'
import type { Columns } from '../programmes/columns.ts'
import type { Session } from '../index/session.ts'
import { make, must } from './dom.ts'

export { filter } from '../answer/facets.ts'

/** What the chips do: stop filtering by one choice, or by any. */
export interface ChipActs {
  drop: (name: Filter, value: string) => void
  dropAll: () => void
}

/**
 * Shows what is chosen, beside each choice how many programmes it would show, and a chip for each that is chosen.
 * @returns what is chosen, in words
 */
export function showFilters(
  facets: HTMLElement,
  chips: HTMLElement,
  state: SearchState,
  { found, counts: countBy }: Filtered,
  { tags, codes }: Columns,
  placeOf: Session['placeOf'],
  { drop, dropAll }: ChipActs,
): string[] {
  const counts = countBy()
  const labels = new Map<string, string>()
  // While the reader is among the filters, none goes away.
  const isThere = facets.querySelector('input:focus') !== null
  for (const choice of facets.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const { value, dataset } = choice
    const name = choice.name as Filter
    const number = counts[name].get(value) ?? 0
    choice.checked = state[name].includes(value)
    must('[data-count]', choice.parentElement ?? facets).textContent = figure(number)
    const row = choice.closest('li')
    if (row !== null) row.hidden = number === 0 && !choice.checked && (row.hidden || !isThere)
    labels.set(`${name} ${value}`, dataset['label'] ?? value)
  }
  for (const group of facets.querySelectorAll('fieldset'))
    group.toggleAttribute('hidden', group.querySelector('li:not([hidden])') === null)
  for (const name of TAG_FAMILIES)
    if (tags === null) facets.querySelector(`[data-family=${name}]`)?.toggleAttribute('hidden', true)
  const isWithin = facets.contains(document.activeElement)
  facets.hidden = facets.querySelector('fieldset:not([hidden])') === null
  // Who was among the filters is not thrown to the top of the page.
  if (facets.hidden && isWithin) must('#result-count').focus()
  must('[data-show] [data-count]', facets).textContent = figure(found.length)
  for (const all of facets.querySelectorAll<HTMLElement>('[data-all]'))
    all.textContent = state[all.dataset['all'] as Filter].length === 0 ? 'すべて' : '選んだものだけ'
  const chip = (text: string, label: string | null, act: () => void): HTMLLIElement => {
    const button = make('button', { type: 'button', className: 'chip-button', ariaLabel: label }, text)
    button.addEventListener('click', () => {
      act()
      // The chip goes: who uses a keyboard goes on from where it can be chosen again.
      must('summary', facets).focus({ preventScroll: true })
    })
    return make('li', {}, button)
  }
  // An address may hold what is no choice here: a municipality without a programme.
  for (const { romaji, name } of codes.flatMap((code) => placeOf(code) ?? [])) labels.set(`place ${romaji}`, name)
  const chosen = FILTERS.flatMap((name) =>
    state[name].map((value) => ({ name, value, label: labels.get(`${name} ${value}`) ?? value })),
  )
  const made = chosen.map(({ name, value, label }) =>
    chip(label, `${label}の絞り込みをやめる`, () => {
      drop(name, value)
    }),
  )
  chips.hidden = made.length === 0
  chips.replaceChildren(...made, ...(chips.hidden ? [] : [chip('絞り込みをすべて消す', null, dropAll)]))
  return chosen.map(({ label }) => label)
}
