import { isShortcutOn } from './shortcut.ts'
import { isForInputMethod } from './typing.ts'

// On every page: the keys for the search box. What searches is fetched when a box is first used.
const box = document.querySelector<HTMLInputElement>('[data-search]')
const form = box?.form

document.addEventListener('keydown', (event) => {
  const isWriting = event.target instanceof HTMLElement && event.target.matches('[type=search], textarea, select')
  if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey || !isShortcutOn()) return
  event.preventDefault()
  box?.focus()
  box?.select()
})

/** The links that the arrows move among: the results under the box, on the search page those of the page. */
const links = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('#search-panel a, #results [data-part="title"]'),
]

document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if ((key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Escape') || isForInputMethod(event)) return
  const all = links()
  const at = all.findIndex((link) => link === target)
  if (at < 0 && target !== box) return
  if (key === 'Escape' && at < 0) return
  event.preventDefault()
  const next = key === 'Escape' ? box : key === 'ArrowDown' ? all[at + 1] : at <= 0 ? box : all[at - 1]
  next?.focus()
})

if (box && form?.dataset['panel'] !== undefined) {
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
