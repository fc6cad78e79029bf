import { isShortcutOn } from './shortcut.ts'
import { isForInputMethod } from './typing.ts'

// On every page: the keys for the search boxes. What searches is fetched when a box is first used.
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-search]')]
const [first] = boxes

document.addEventListener('keydown', (event) => {
  const isWriting = event.target instanceof HTMLElement && event.target.matches('[type=search], textarea, select')
  if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey || !isShortcutOn()) return
  event.preventDefault()
  first?.focus()
  first?.select()
})

/**
 * The links that the arrows move among: the results under a box, on the search page those of the page. Phone numbers are
 * reached with the tabulator.
 */
const links = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.search-panel:not([hidden]) a:not(.tel), #results [data-part="title"]'),
]

document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if ((key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Escape') || isForInputMethod(event)) return
  // With another key they choose text, or move within it.
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const all = links()
  const at = all.findIndex((link) => link === target)
  const own = boxes.find(({ form }) => form?.contains(target as Node))
  const box = own ?? first
  if ((own === undefined && at < 0) || (key === 'Escape' && target === box)) return
  const next = key === 'Escape' ? box : key === 'ArrowDown' ? all[at + 1] : at <= 0 ? box : all[at - 1]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
})

for (const box of boxes) {
  const { form } = box
  if (form?.dataset['panel'] === undefined) continue
  const start = (): void => {
    import('./panel.ts').then(
      ({ startPanel }) => {
        startPanel(box, form)
      },
      // Enter goes to the search page, with or without the panel.
      () => null,
    )
  }
  // The reader may have been faster than this script.
  if (document.activeElement === box) start()
  else box.addEventListener('focus', start, { once: true })
}
