import { amountWords } from '../words/amount.ts'
import { telAddress } from '../words/phone.ts'
import { projectTitle } from '../words/project.ts'
import { fiscalYearWords } from '../words/time.ts'
import { make, marked, must } from './dom.ts'
import type { SearchEntry } from './entry.ts'
import { fromFirstMatch, highlight } from './highlight.ts'
import type { Place } from './places.ts'

/** What of a programme is to be marked: normalised words, and whether its place or phone was asked for. */
export interface Marks {
  words: readonly string[]
  isPlace: boolean
  isPhone: boolean
}

/** How much of a summary is seen before it is cut. */
const SEEN = 60

/** Fills a copy of an item that the page was built with (see ProjectItem.astro) with another programme. */
export function makeItem(
  pattern: HTMLElement,
  entry: SearchEntry,
  place: Place | undefined,
  page: string,
): { element: HTMLElement; mark: (marks: Marks) => void } {
  const element = pattern.cloneNode(true) as HTMLElement
  const part = (name: string): HTMLElement => must(`[data-part="${name}"]`, element)
  element.dataset['projectId'] = entry.id
  const link = must('[data-part="title"]', element, HTMLAnchorElement)
  link.href = page
  part('year').textContent = `${fiscalYearWords(entry.fiscalYear)}の計画`
  part('stream').hidden = entry.stream !== 'model'
  part('amount').textContent = amountWords(entry.amountThousandYen)
  must('[data-part="phone"] a', element, HTMLAnchorElement).href = telAddress(entry.phone)
  const title = projectTitle(entry)
  const summary = entry.summary.join(' ')
  return {
    element,
    mark: ({ words, isPlace, isPhone }) => {
      const whole = (text: string, isMatch: boolean): (Node | string)[] => (isMatch ? [make('mark', {}, text)] : [text])
      part('place').replaceChildren(...whole(place?.name ?? '', isPlace))
      link.replaceChildren(...(entry.name === null ? [title] : marked(highlight(title, words))))
      part('text').replaceChildren(...marked(fromFirstMatch(highlight(summary, words), SEEN)))
      part('category').replaceChildren(...marked(highlight(entry.categoryLabel, words)))
      must('[data-part="phone"] a', element).replaceChildren(...whole(entry.phone, isPhone))
      // What is found in them alone is shown; else they would only make the item longer.
      for (const [name, text] of [
        ['theme', entry.theme],
        ['department', entry.department],
      ] as const) {
        const parts = highlight(text ?? '', words)
        part(name).hidden = !parts.some(({ isMatch }) => isMatch)
        part(name).replaceChildren(...marked(parts))
      }
    },
  }
}
