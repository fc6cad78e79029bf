// The handout: the cards of the programmes that the address names, in its order. Each card is fetched from its page.
import { make, must } from '../search/page/dom.ts'
import { picksQuery, readPicks } from './picked.ts'

must('.unready').remove()
const list = must('#handout')
const status = must('#handout-status')
const print = must('#print', document, HTMLButtonElement)
const compare = must('#compare', document, HTMLButtonElement)
const more = must('#handout-more', document, HTMLAnchorElement)
/** So many stand side by side. */
const MOST = 4

let ids = readPicks(location.search, 'ids')
let isComparing = new URLSearchParams(location.search).has('compare')
/** By id: the card, null where no programme has the id, a failure where it could not be fetched. */
const cards = new Map<string, Element | Error | null>()

async function cardOf(id: string): Promise<Element | Error | null> {
  const response = await fetch(`${(list.dataset['embed'] ?? '').replace(/\/+$/, '')}/${id}/`)
  if (response.status === 404) return null
  if (!response.ok) return new Error(`${id}: ${String(response.status)}`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const card = page.querySelector('[data-handout]')
  const title = card?.querySelector('h1')
  title?.replaceWith(make('h2', { className: title.className }, ...title.childNodes))
  return card && document.adoptNode(card)
}

function write(): void {
  const query = ids.length === 0 ? '' : `?ids=${ids.join(',')}${isComparing ? '&compare' : ''}`
  history.replaceState(null, '', `${location.pathname}${query}`)
  must('#handout-address').textContent = location.href
  const url = new URL(more.href)
  url.search = picksQuery(ids)
  more.href = url.href
}

function show(said = ''): void {
  const missing = ids.filter((id) => cards.get(id) === null)
  ids = ids.filter((id) => cards.get(id) !== null)
  const canCompare = ids.length > 1 && ids.length <= MOST
  isComparing &&= canCompare
  write()
  list.classList.toggle('is-compared', isComparing)
  const isThere = (id: string): boolean => cards.get(id) instanceof Element
  list.replaceChildren(
    ...ids.flatMap((id, place) => {
      const card = cards.get(id)
      return card instanceof Element ? [make('li', {}, controls(id, place, card), card)] : []
    }),
  )
  print.disabled = !ids.some(isThere)
  compare.disabled = !canCompare
  compare.ariaPressed = String(isComparing)
  const count = ids.length === 0 ? 'まだ何も選んでいません。' : `${String(ids.length)}事業を選んでいます。`
  const unknown = missing.map((id) => `${id} という事業はありません。`).join('')
  const failed = ids.filter((id) => !isThere(id))
  const failure =
    failed.length === 0 ? '' : `${failed.join('、')} を読み込めませんでした。通信を確かめて、もう一度開いてください。`
  status.textContent = `${said}${unknown}${failure}${count}`
  // What is picked here goes along to other pages too.
  document.dispatchEvent(new CustomEvent('picked', { detail: ids }))
}

function controls(id: string, place: number, card: Element): HTMLElement {
  const title = card.querySelector('h2')?.textContent.trim() ?? id
  const button = (label: string, said: string, isOff: boolean, next: () => string[]): HTMLButtonElement => {
    const made = make('button', { type: 'button', className: 'button-plain', disabled: isOff }, label)
    made.setAttribute('aria-label', `${title}を${label}`)
    made.addEventListener('click', () => {
      ids = next()
      show(`${title}を${said}。`)
      const row = list.children[Math.max(0, ids.filter((other) => cards.get(other) instanceof Element).indexOf(id))]
      const again = [...(row?.querySelectorAll('button') ?? [])]
      const same = again.find((other) => other.textContent === label && !other.disabled)
      ;(same ?? again.find((other) => !other.disabled) ?? more).focus()
    })
    return made
  }
  const moved = (by: number): string[] => {
    const others = ids.filter((other) => other !== id)
    return [...others.slice(0, place + by), id, ...others.slice(place + by)]
  }
  return make(
    'p',
    { className: 'handout__controls' },
    button('前へ', '前へ動かしました', place === 0, () => moved(-1)),
    button('後ろへ', '後ろへ動かしました', place === ids.length - 1, () => moved(1)),
    button('外す', '外しました', false, () => ids.filter((other) => other !== id)),
  )
}

print.addEventListener('click', () => {
  window.print()
})
compare.addEventListener('click', () => {
  isComparing = !isComparing
  show()
})
print.disabled = true
compare.disabled = true
void Promise.all(
  ids.map(async (id) => cards.set(id, await cardOf(id).catch(() => new Error(`${id}: no connection`)))),
).then(() => {
  show()
})
