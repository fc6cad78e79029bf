// The results under the search box of the home page and of the headers.
import { telAddress } from '../words/phone.ts'
import { projectTitle } from '../words/project.ts'
import { figure } from '../words/amount.ts'
import { fiscalYearWords } from '../words/time.ts'
import { make, makeAnnouncer, marked } from './dom.ts'
import type { SearchEntry } from './entry.ts'
import { highlight, type Mark } from './highlight.ts'
import { marksOf } from './marks.ts'
import { first } from './order.ts'
import { openSession, type Session } from './session.ts'
import { isForInputMethod, onTyping } from './typing.ts'

const SHOWN = 5

/** Shows the best results under a box while typing. Enter goes to the search page, as without script. */
export function startPanel(box: HTMLInputElement, form: HTMLFormElement): void {
  const panel = make('div', { id: 'search-panel', className: 'search-panel', hidden: true })
  const announcement = make('div', { className: 'visually-hidden', role: 'status' })
  form.append(panel, announcement)
  const session = openSession(form.dataset['index'] ?? '')
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
    const ready = await session
    if (ready === null) throw new Error('The index cannot be fetched.')
    const found = await ready.find(query, false)
    const entries = await ready.entries(first(found.found, SHOWN, found.scores, 'relevance', ready.columns))
    if (mine !== turn) return
    const { words } = marksOf(found.parts)
    const count = found.found.length
    const said = count === 0 ? '合う事業は見つかりませんでした' : `${figure(count)}事業が見つかりました`
    const items = make('ol', {}, ...entries.map((entry) => itemOf(ready, entry, words)))
    tell(query, isFinal, said, count === 0 ? '何が見つからなかったかを見る' : `${figure(count)}事業をすべて見る`, items)
  }
  const tell = (query: string, isFinal: boolean, said: string, onward: string, ...items: Node[]): void => {
    const href = `${form.action}?${new URLSearchParams({ q: query }).toString()}`
    panel.replaceChildren(
      make('p', { className: 'search-panel__count' }, said),
      ...items,
      make('a', { href, className: 'search-panel__all' }, onward),
    )
    panel.hidden = false
    if (isFinal) announce(said)
  }
  /** Where the answer cannot be had here, the search page may still have it. */
  const show = (query: string, isFinal: boolean): void => {
    const answered = answer(query, isFinal)
    const asked = turn
    answered.catch(() => {
      if (asked === turn) tell(query, isFinal, 'ここでは検索できませんでした。', '事業をさがすページで探す')
    })
  }
  const itemOf = ({ placeOf }: Session, entry: SearchEntry, words: readonly Mark[]): HTMLElement =>
    make(
      'li',
      {},
      make(
        'a',
        { href: `${form.dataset['projects'] ?? ''}${entry.id}/` },
        make('span', { className: 'search-panel__place' }, placeOf(entry.code)?.name ?? ''),
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
    show(box.value, true)
  })
  // Who has gone on meanwhile is not called back.
  if (document.activeElement === box) show(box.value, true)
}
