import { amountWords } from '../../words/amount.ts'
import { telAddress } from '../../words/phone.ts'
import { projectTitle } from '../../words/project.ts'
import { fiscalYearWords } from '../../words/time.ts'
import type { Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import { phoneKeys } from '../programmes/phone-keys.ts'
import type { Printed } from '../telling/as-printed.ts'
import { highlight, snippet, type Mark, type Part } from '../telling/highlight.ts'
import type { Marks } from '../telling/marks.ts'
import { normalizeText } from '../words/normalize.ts'
import { marked, must } from './dom.ts'

/** A programme in the list of results. */
export interface Item extends Printed {
  element: HTMLElement
  mark: (marks: Marks) => void
}

const partOf = (element: HTMLElement, name: string): HTMLElement => must(`[data-part="${name}"]`, element)

/** Fills a copy of an item that the page was built with (see ProjectItem.astro) with another programme. */
export function copyItem(pattern: HTMLElement, entry: ShownEntry, page: string): HTMLElement {
  const element = pattern.cloneNode(true) as HTMLElement
  element.dataset['projectId'] = entry.id
  must('[data-part="title"]', element, HTMLAnchorElement).href = page
  partOf(element, 'stream').hidden = entry.stream !== 'model'
  must('.tel', element, HTMLAnchorElement).href = telAddress(entry.phone)
  const pick = must('[data-pick]', element)
  pick.dataset['pick'] = entry.id
  pick.ariaLabel = `控えに入れる: ${projectTitle(entry)}`
  return element
}

/** Makes an element of the list one that can be marked. */
export function makeItem(element: HTMLElement, entry: ShownEntry, { placeOf, valuesNamed }: Session): Item {
  const part = (name: string): HTMLElement => partOf(element, name)
  /** Sees to it that a text is shown with its marks: the same texts are marked with every key that is struck. */
  const shower = (where: HTMLElement, text: string, cut = (parts: Part[]): Part[] => parts) => {
    const plain = normalizeText(text)
    let before: string | null = null
    let isMarked = false
    return {
      where,
      printed: text,
      text: plain,
      show: (words: readonly Mark[]): boolean => {
        const own = words.filter((word) => word.text !== '' && plain.includes(word.text))
        const asked = own.map(({ text: word, not }) => [word, ...not].join()).join(' ')
        if (asked === before) return isMarked
        const parts = highlight(text, own)
        where.replaceChildren(...marked(cut(parts)))
        isMarked = parts.some(({ isMatch }) => isMatch)
        before = asked
        return isMarked
      },
    }
  }
  // A stand-in for a name is ours: nothing is found in it.
  const name = shower(part('title'), projectTitle(entry))
  const texts = [shower(part('text'), entry.summary.join(' '), snippet), shower(part('category'), entry.categoryLabel)]
  // What is found in them alone is shown; else they would only make the item longer.
  const theme = shower(part('theme'), entry.theme ?? '')
  const office = shower(part('department'), entry.department)
  // 産業経済部就労支援課 is found, and printed with a blank: then all of it is marked.
  const isJoined = ({ text }: Mark): boolean =>
    !office.text.includes(text) && office.text.replaceAll(' ', '').includes(text)
  const asides = [
    theme,
    {
      ...office,
      show: (words: readonly Mark[]) => office.show(words.some(isJoined) ? [{ text: office.text, not: [] }] : words),
    },
  ]
  const { fiscalYear, amountThousandYen } = entry
  /** A text that is marked as a whole where one of its keys was asked for. */
  const whole = (where: HTMLElement, printed: string, ...keys: string[]) => {
    const { text, show } = shower(where, printed)
    return (asked: Marks['asked'], words: Marks['words'] = []) =>
      show(keys.some((key) => asked.includes(key)) ? [{ text, not: [] }] : words)
  }
  const showStream = whole(part('stream'), part('stream').textContent, 'stream:model')
  const facts = [
    whole(part('place'), placeOf(entry.code)?.name ?? '', 'place'),
    whole(must('.tel', element), entry.phone, ...phoneKeys(entry.phone, null)),
    whole(part('year'), `${fiscalYearWords(fiscalYear)}の計画`, `fy:${fiscalYear}`),
    whole(
      part('amount'),
      amountWords(amountThousandYen),
      'amount',
      `yen:${amountThousandYen}`,
      `man:${Math.floor(amountThousandYen / 10)}`,
    ),
  ]
  const value = part('value')
  const all = [name, ...texts, ...asides]
  return {
    element,
    printed: all.map(({ printed }) => printed).join('\n'),
    text: all.map(({ text }) => text).join('\n'),
    mark: ({ words, asked }) => {
      name.show(entry.name === null ? [] : words)
      for (const { show } of texts) show(words)
      for (const { where, show } of asides) where.hidden = !show(words)
      for (const show of facts) show(asked)
      showStream(asked, words)
      const text = valuesNamed(entry, asked)
      if (value.textContent === text) return
      const isMatch = text !== ''
      value.hidden = !isMatch
      value.replaceChildren(...marked([{ text, isMatch }]))
    },
  }
}
