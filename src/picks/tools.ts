// On every page: how long ago a plan ended; buttons that copy a text, and those that pick a programme for the handout.
// What was picked is kept in the address, and goes along with the reader's next step. The tab remembers it for Back.
import { planAgeWords } from '../words/time.ts'
import { copyText } from './clipboard.ts'
import { picksQuery, readPicks } from './picked.ts'

const now = new Date()
for (const age of document.querySelectorAll<HTMLElement>('[data-plan-age]'))
  age.textContent =
    // A blank gives up the place that an empty one keeps.
    planAgeWords(Number(age.dataset['planAge']), `${String(now.getFullYear())}-${String(now.getMonth() + 1)}`) || ' '

const KEPT = 'picks'
const isHandout = document.querySelector('#handout') !== null
let picks = readPicks(location.search)
if (picks.length === 0) picks = readPicks(location.search, 'ids')
const [navigation] = performance.getEntriesByType('navigation')
const isBack = navigation !== undefined && 'type' in navigation && navigation.type === 'back_forward'
const tray = document.querySelector<HTMLElement>('#picks')

const withPicks = (address: string): string => {
  const url = new URL(address, location.href)
  url.searchParams.delete('picks')
  const search = [url.search.slice(1), picksQuery(picks)].filter((part) => part !== '').join('&')
  return `${url.pathname}${search === '' ? '' : `?${search}`}${url.hash}`
}

/** Writes what is picked into the tab, for a page that is gone back to, and into the address, for the next one. */
function keep(): void {
  remember()
  if (!isHandout) history.replaceState(history.state, '', withPicks(location.href))
}
function remember(): void {
  try {
    sessionStorage.setItem(KEPT, picksQuery(picks))
  } catch {
    // Then Back shows what had been picked when the page was left.
  }
}

/** Takes over what was picked on the pages that are now ahead. A handout is what its address says. */
function recall(): void {
  if (isHandout) return
  let query: string | null = null
  try {
    query = sessionStorage.getItem(KEPT)
  } catch {
    // Then the page shows what had been picked when it was left.
  }
  if (query === null) return
  picks = readPicks(query)
  history.replaceState(history.state, '', withPicks(location.href))
}

/** Shows on buttons and tray what is picked. The search page calls for it when it has made new items. */
function showPicks(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-pick]')) {
    const pressed = String(picks.includes(button.dataset['pick'] ?? ''))
    if (button.ariaPressed !== pressed) button.ariaPressed = pressed
  }
  if (tray === null) return
  // The handout itself needs no way to it.
  tray.hidden = picks.length === 0 || isHandout
  const [status, link] = tray.children
  if (status) status.textContent = picks.length === 0 ? '' : `控えに${String(picks.length)}事業`
  if (link instanceof HTMLAnchorElement) link.href = `${tray.dataset['handout'] ?? ''}?ids=${picks.join(',')}`
}

/** Says on a button for a while what came of it. Its place is a live region, so that it is heard too. */
function sayOn(button: HTMLElement, said: string): void {
  button.setAttribute('aria-live', 'polite')
  button.textContent = said
  window.setTimeout(() => (button.textContent = '写す'), 3000)
}

document.addEventListener('click', ({ target }) => {
  const element = target instanceof Element ? target : null
  const pick = element?.closest<HTMLElement>('[data-pick]')?.dataset['pick']
  if (pick !== undefined) {
    picks = picks.includes(pick) ? picks.filter((id) => id !== pick) : [...picks, pick]
    showPicks()
    keep()
  }
  const copy = element?.closest<HTMLElement>('[data-copy]')
  if (copy) {
    const text = document.getElementById(copy.dataset['copy'] ?? '')?.textContent ?? ''
    copyText(text).then(
      () => {
        sayOn(copy, '写しました')
      },
      () => {
        sayOn(copy, '写せませんでした')
      },
    )
  }
  takeAlong(element)
})
// A middle click opens another tab.
document.addEventListener('auxclick', ({ target }) => {
  takeAlong(target instanceof Element ? target : null)
})
function takeAlong(element: Element | null): void {
  const link = element?.closest('a')
  if (!link || link.origin !== location.origin || link.search.includes('ids=')) return
  // A link that took something along before must not bring it back.
  if (picks.length > 0 || link.search.includes('picks=')) link.href = withPicks(link.href)
}
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement)) return
  target.querySelector('[name=picks]')?.remove()
  if (picks.length > 0)
    target.append(
      Object.assign(document.createElement('input'), { type: 'hidden', name: 'picks', value: picks.join(',') }),
    )
})
document.addEventListener('picks', showPicks)
document.addEventListener('picked', ({ detail }: CustomEventInit<string[]>) => {
  const next = detail ?? []
  // A handout says so when it is shown, too.
  if (next.join() === picks.join()) return
  picks = [...next]
  remember()
})
// What was picked is not undone by going back, on a page or between pages.
window.addEventListener('popstate', keep)
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  recall()
  showPicks()
})
if (isBack) recall()
// Who comes from elsewhere carries nothing, and what the tab remembers is still that of the pages behind.
else if (picks.length > 0) remember()
showPicks()
