import { readState, writeState, type SearchState } from '../answer/state.ts'
import type { Line } from '../telling/explain.ts'
import { make } from './dom.ts'

/**
 * A line about an answer, with its ways onward.
 * @param places the address of the municipalities' pages
 * @param page the address of the search page, where that is another
 */
export function lineOf({ text, links }: Line, state: SearchState, places: string, page = ''): HTMLElement {
  const made = links.map(({ label, to }) => {
    if ('place' in to) return make('a', { href: `${places}${to.place}/` }, label)
    const { query, isLiteral, isAside } = to
    // What is offered with a count is found so without what filters.
    const search = writeState({ ...(isAside ? state : readState('')), order: state.order, query, isLiteral })
    return make('a', { href: `${page}?${search}`, className: isAside ? 'way-back' : '' }, label)
  })
  return make('p', {}, text, ...made.flatMap((link, at) => [at > 0 ? '、' : link.className && ' ', link]))
}

/** What is said where the box took no more of a text. */
export const cutOff = ({ value, maxLength }: HTMLInputElement): Line[] =>
  value.length === maxLength ? [{ text: `初めの${maxLength}字だけで探しました。`, links: [] }] : []

/** What stands in some elements, as sentences for who listens. Ways back are no part of them. */
export const spoken = (elements: readonly Element[]): string =>
  elements
    .map(({ childNodes }) =>
      [...childNodes]
        .map((node) => (node instanceof HTMLAnchorElement && node.className !== '' ? '' : node.textContent))
        .join('')
        .trim()
        .replace(/[^。]$/, '$&。'),
    )
    .join('')
