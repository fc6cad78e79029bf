// The handout: the cards of the programmes that the address names, in its order. Each card is fetched from its page.
import { make, must } from '../search/dom.ts'
import { readPicks } from './picked.ts'

const list = must('#handout')
const status = must('#handout-status')
const print = must('#print', document, HTMLButtonElement)
const compare = must('#compare', document, HTMLButtonElement)
const more = must('#handout-more', document, HTMLAnchorElement)
/** So many stand side by side. */
const MOST = 4

let ids = readPicks(location.search, 'ids')
let isComparing = new URLSearchParams(location.search).has('compare')
const cards = new Map<string, Element | null>()

/** The card of a programme; null where there is none with the id. */
async function cardOf(id: string): Promise<Element | null> {
  const response = await fetch(`${(list.dataset['embed'] ?? '').replace(/\/+$/, '')}/${id}/`)
  if (!response.ok) return null
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
  url.search = ids.length === 0 ? '' : `picks=${ids.join(',')}`
  more.href = url.href
}

function show(said = ''): void {
  const missing = ids.filter((id) => cards.get(id) === null)
  ids = ids.filter((id) => cards.get(id) !== null)
  const canCompare = ids.length > 1 && ids.length <= MOST
  isComparing &&= canCompare
  write()
  list.classList.toggle('is-compared', isComparing)
  list.replaceChildren(...ids.map((id, place) => make('li', {}, controls(id, place), ...[cards.get(id) ?? ''])))
  print.disabled = ids.length === 0
  compare.disabled = !canCompare
  compare.ariaPressed = String(isComparing)
  const count = ids.length === 0 ? 'まだ何も選んでいません。' : `${String(ids.length)}事業を選んでいます。`
  const unknown = missing.map((id) => `${id} という事業はありません。`).join('')
  status.textContent = `${said}${unknown}${count}`
}

function controls(id: string, place: number): HTMLElement {
  const title = cards.get(id)?.querySelector('h2')?.textContent.trim() ?? id
  const button = (label: string, said: string, isOff: boolean, next: () => string[]): HTMLButtonElement => {
    const made = make('button', { type: 'button', className: 'button-plain', disabled: isOff }, label)
    made.setAttribute('aria-label', `${title}を${label}`)
    made.addEventListener('click', () => {
      ids = next()
      show(`${title}を${said}。`)
      const row = list.children[Math.max(0, ids.indexOf(id))]
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
Promise.all(ids.map(async (id) => cards.set(id, await cardOf(id)))).then(
  () => {
    show()
  },
  () => {
    status.textContent = '事業を読み込めませんでした。通信を確かめて、もう一度開いてください。'
  },
)
