// The results under the search box of the home page and of the headers.
import { figure } from '../../words/amount.ts'
import { telAddress } from '../../words/phone.ts'
import { projectTitle } from '../../words/project.ts'
import { fiscalYearWords } from '../../words/time.ts'
import { isUnfinished } from '../answer/find.ts'
import { first } from '../answer/order.ts'
import { readState } from '../answer/state.ts'
import { openSession, type Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import type { Printed } from '../telling/as-printed.ts'
import { foundWords } from '../telling/count-words.ts'
import { explain } from '../telling/explain.ts'
import { highlight } from '../telling/highlight.ts'
import { marksOf, type Marks } from '../telling/marks.ts'
import { normalizeText } from '../words/normalize.ts'
import { make, makeAnnouncer, marked, renew, SLOW } from './dom.ts'
import { cutOff, lineOf, spoken } from './result-lines.ts'
import { bringUp } from './screen-keyboard.ts'
import { isForInputMethod, onTyping } from './typing.ts'

const SHOWN = 5
const anew = readState('')

const printedOf = ({ name, theme, categoryLabel, summary, department }: ShownEntry): Printed => {
  const printed = [name, theme, categoryLabel, ...summary, department].join('\n')
  return { printed, text: normalizeText(printed) }
}

/** True for a programme that another is called the same as: they are told apart by their categories. */
const isTwin = (entry: ShownEntry, entries: readonly ShownEntry[]): boolean =>
  entries.some((other) => other !== entry && other.code === entry.code && other.name === entry.name)

/** Shows the best results under a box while typing. Enter goes to the search page, as without script. */
export function startPanel(box: HTMLInputElement, form: HTMLFormElement): void {
  const { places = '', projects = '' } = form.dataset
  const panel = make('div', { className: 'search-panel', lang: 'ja', hidden: true })
  const announcement = make('div', { className: 'visually-hidden', lang: 'ja', role: 'status' })
  form.append(panel, announcement)
  const open = (): Promise<Session | null> => openSession(form.dataset['index'] ?? '')
  let session = open()
  const announce = makeAnnouncer(announcement)
  let turn = 0

  /** Lets go of an answer that is still on its way. */
  const cancel = (): void => {
    turn += 1
    announce(null)
    announcement.textContent = ''
  }
  const close = (): void => {
    cancel()
    panel.hidden = true
  }
  const answer = async (query: string, isFinal: boolean): Promise<void> => {
    cancel()
    if (query.trim() === '') {
      panel.hidden = true
      return
    }
    const mine = turn
    // What could not be fetched is asked for again with the next key.
    const ready = (await session) ?? (await (session = open()))
    if (ready === null) throw new Error('The index cannot be fetched.')
    const found = await ready.find(query, false)
    const entries = await ready.entries(first(found.found, SHOWN, found.scores, 'relevance', ready.columns))
    if (mine !== turn) return
    // What stands there stays while a word is being written that is none yet; what was said of waiting does not.
    const isAnswer = panel.hidden || panel.querySelector('ol') !== null
    if (!isFinal && isUnfinished(found) && isAnswer) return
    const marks = marksOf(found.parts)
    const count = found.found.length
    const said = foundWords(count, found.isRough) + (count > SHOWN ? `。はじめの${SHOWN}事業です` : '')
    const lines = explain(
      query,
      found,
      ready.placeOf,
      { texts: entries.map(printedOf), isRanked: count > 1, isAll: true },
      false,
    )
    tell(
      query,
      isFinal,
      said,
      count === 0 ? 'ほかの探し方を見る' : `${figure(count)}事業を${count > 1 ? 'すべて' : ''}見る`,
      ...[...lines, ...cutOff(box)].map(({ text, links }) =>
        // The same query, taken as typed, is asked for on the search page.
        lineOf(
          { text, links: links.filter(({ to }) => 'place' in to || to.query !== query) },
          anew,
          places,
          form.action,
        ),
      ),
      make('ol', {}, ...entries.map((entry) => itemOf(ready, entry, marks, isTwin(entry, entries)))),
    )
  }
  const tell = (query: string, isFinal: boolean, said: string, onward: string, ...items: Node[]): void => {
    const href = `${form.action}?${new URLSearchParams({ q: query }).toString()}`
    renew(
      panel,
      make('p', { className: 'search-panel__count' }, said),
      ...items,
      make('a', { href, className: 'search-panel__all' }, onward),
    )
    panel.hidden = false
    if (isFinal) announce(spoken([...panel.querySelectorAll('p')]))
  }
  /** Where the answer is slow, or cannot be had here, no older one stays, and the search page may still have it. */
  const show = (query: string, isFinal: boolean): void => {
    const answered = answer(query, isFinal)
    const asked = turn
    const instead = (isToldAloud: boolean, said: string): void => {
      if (asked === turn) tell(query, isToldAloud, said, '事業をさがすページで探す')
    }
    const slow = window.setTimeout(instead, SLOW, false, '探しています…')
    answered
      .catch(() => {
        instead(isFinal, 'ここでは検索できませんでした。')
      })
      .finally(() => {
        window.clearTimeout(slow)
      })
  }
  const itemOf = (
    { placeOf }: Session,
    entry: ShownEntry,
    { words, asked }: Marks,
    isOneOfTwo: boolean,
  ): HTMLElement => {
    const place = placeOf(entry.code)?.name ?? ''
    return make(
      'li',
      {},
      make(
        'a',
        { href: `${projects}${entry.id}/` },
        make(
          'span',
          { className: 'search-panel__place' },
          asked.includes('place') ? make('mark', {}, place) : place,
          isOneOfTwo ? `　${entry.categoryLabel}` : '',
        ),
        ' ',
        ...(entry.name === null ? [projectTitle(entry)] : marked(highlight(entry.name, words))),
      ),
      make(
        'span',
        { className: 'search-panel__phone' },
        `${fiscalYearWords(entry.fiscalYear)}の計画　電話 `,
        make('a', { href: telAddress(entry.phone), className: 'tel' }, entry.phone),
      ),
    )
  }

  onTyping(box, show)
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || isForInputMethod(event)) return
    event.preventDefault()
    box.value = ''
    close()
  })
  // The results go when the reader goes elsewhere.
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close()
  })
  box.addEventListener('focus', () => {
    bringUp(box)
    show(box.value, true)
  })
  // Who has gone on meanwhile is not called back.
  if (document.activeElement !== box) return
  bringUp(box)
  show(box.value, true)
}
