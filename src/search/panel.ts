// The results under the search box of the home page and of the headers.
import { telAddress } from '../words/phone.ts'
import { projectTitle } from '../words/project.ts'
import { figure } from '../words/amount.ts'
import { make, marked } from './dom.ts'
import type { SearchEntry } from './entry.ts'
import { first } from './facets.ts'
import { highlight } from './highlight.ts'
import { marksOf } from './marks.ts'
import { openSession, type Session } from './session.ts'
import { onTyping } from './typing.ts'

const SHOWN = 5
const QUIET = 600

/** Shows the best results under a box while typing. Enter goes to the search page, as without script. */
export function startPanel(box: HTMLInputElement, form: HTMLFormElement): void {
  const panel = make('div', { id: 'search-panel', className: 'search-panel', hidden: true })
  const announcement = make('div', { className: 'visually-hidden', role: 'status' })
  form.append(panel, announcement)
  const session = openSession(form.dataset['index'] ?? '')
  let turn = 0
  let quiet = 0

  const answer = async (query: string): Promise<void> => {
    turn += 1
    const mine = turn
    const ready = await session
    if (ready === null) return
    if (query.trim() === '') {
      panel.hidden = true
      return
    }
    const found = await ready.find(query, false)
    const indexes = [...found.scores.keys()].filter((index) => found.scores[index] !== 0)
    const entries = await ready.entries(first(indexes, SHOWN, found.scores, 'relevance', ready.columns))
    if (mine !== turn) return
    const { words } = marksOf(found.parts)
    const { count } = found
    const said = count === 0 ? '合う事業は見つかりませんでした' : `${figure(count)}事業が見つかりました`
    panel.replaceChildren(
      make('p', { className: 'search-panel__count' }, said),
      make('ol', {}, ...entries.map((entry) => itemOf(ready, entry, words))),
      make(
        'a',
        { href: `${form.action}?${new URLSearchParams({ q: query }).toString()}`, className: 'search-panel__all' },
        count === 0 ? '何が見つからなかったかを見る' : `${figure(count)}事業をすべて見る`,
      ),
    )
    panel.hidden = false
    window.clearTimeout(quiet)
    quiet = window.setTimeout(() => {
      announcement.textContent = said
    }, QUIET)
  }
  const itemOf = ({ placeOf }: Session, entry: SearchEntry, words: readonly string[]): HTMLElement =>
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
        '電話 ',
        make('a', { href: telAddress(entry.phone), className: 'tel' }, entry.phone),
      ),
    )

  onTyping(box, (query) => void answer(query))
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    box.value = ''
    panel.hidden = true
  })
  // The results go when the reader goes elsewhere.
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) panel.hidden = true
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) panel.hidden = true
  })
  box.addEventListener('focus', () => {
    if (box.value.trim() !== '') void answer(box.value)
  })
  if (box.value.trim() !== '') void answer(box.value)
}
