import { amountWords } from '../words/amount.ts'
import { telAddress } from '../words/phone.ts'
import { projectTitle } from '../words/project.ts'
import { fiscalYearWords } from '../words/time.ts'
import { make, marked, must } from './dom.ts'
import type { SearchEntry } from './entry.ts'
import { fromFirstMatch, highlight } from './highlight.ts'
import { normalize } from './normalize.ts'
import type { Place } from './places.ts'

/** What of a programme is to be marked: normalised words, and whether its place or phone was asked for. */
export interface Marks {
  words: readonly string[]
  isPlace: boolean
  isPhone: boolean
}

/** How much of a summary is seen before it is cut. */
const SEEN = 60

/** A programme in the list of results. */
export interface Item {
  element: HTMLElement
  /** Its texts, normalised. */
  text: string
  mark: (marks: Marks) => void
}

/** Fills a copy of an item that the page was built with (see ProjectItem.astro) with another programme. */
export function makeItem(pattern: HTMLElement, entry: SearchEntry, place: Place | undefined, page: string): Item {
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
  const pick = must('[data-pick]', element)
  pick.dataset['pick'] = entry.id
  pick.ariaLabel = `控えに入れる: ${title}`
  const summary = entry.summary.join(' ')
  // The same texts are marked with every key that is struck.
  const texts = [title, summary, entry.categoryLabel, entry.theme ?? '', entry.department].map(
    (text) => [text, normalize(text)] as const,
  )
  let before: string | null = null
  const whole = texts.map(([, { text }]) => text).join('\n')
  return {
    element,
    text: whole,
    mark: ({ words: asked, isPlace, isPhone }) => {
      const words = asked.filter((word) => whole.includes(word))
      const asBefore = [...words, isPlace, isPhone].join(' ')
      if (asBefore === before) return
      before = asBefore
      const [inTitle = [], inSummary = [], inCategory = [], inTheme = [], inDepartment = []] = texts.map(
        ([text, normalized]) => highlight(text, words, normalized),
      )
      const all = (text: string, isMatch: boolean): (Node | string)[] => (isMatch ? [make('mark', {}, text)] : [text])
      part('place').replaceChildren(...all(place?.name ?? '', isPlace))
      link.replaceChildren(...(entry.name === null ? [title] : marked(inTitle)))
      part('text').replaceChildren(...marked(fromFirstMatch(inSummary, SEEN)))
      part('category').replaceChildren(...marked(inCategory))
      must('[data-part="phone"] a', element).replaceChildren(...all(entry.phone, isPhone))
      // What is found in them alone is shown; else they would only make the item longer.
      for (const [name, parts] of [
        ['theme', inTheme],
        ['department', inDepartment],
      ] as const) {
        part(name).hidden = !parts.some(({ isMatch }) => isMatch)
        part(name).replaceChildren(...marked(parts))
      }
    },
  }
}
