import type { Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import type { Marks } from '../telling/marks.ts'
import { must } from './dom.ts'
import { copyItem, makeItem, type Item } from './item.ts'

/** So many results fill what a phone shows above its keyboard: they are painted first, the others a frame later. */
const AT_ONCE = 2

/**
 * Makes the function that shows programmes in the list of results, from a place of the list on, and takes away what
 * stood there. What the page was built with is used again, all else is copied from it. All stand in the document at
 * once; what is not seen first is marked and laid out in the next frame.
 * @param pageOf the address of a programme's page
 */
export function makeResultList(
  results: HTMLElement,
  session: Session,
  pageOf: (id: string) => string,
): (entries: readonly ShownEntry[], from: number, marks: Marks) => Item[] {
  const pattern = must('li', results)
  const built = new Map([...results.querySelectorAll('li')].map((item) => [item.dataset['projectId'] ?? '', item]))
  const items = new Map<string, Item>()
  const itemOf = (entry: ShownEntry): Item => {
    const item =
      items.get(entry.id) ?? makeItem(built.get(entry.id) ?? copyItem(pattern, entry, pageOf(entry.id)), entry, session)
    items.set(entry.id, item)
    return item
  }
  let newest: Marks | null = null
  return (entries, from, marks) => {
    // Of an answer that the page opens with, what is held back would count as a shift of the page. A key excuses it.
    const isNext = newest !== null
    newest = marks
    const shown = entries.map(itemOf)
    for (const [at, { element, mark }] of shown.entries()) {
      if (at < AT_ONCE) mark(marks)
      // What stays in its place is not touched: the browser need not lay it out again.
      const there = results.children[from + at] ?? null
      if (there === element) continue
      element.classList.toggle('is-coming', isNext && at >= AT_ONCE)
      results.insertBefore(element, there)
    }
    while (results.children.length > from + shown.length) results.lastElementChild?.remove()
    document.dispatchEvent(new Event('picks'))
    // The first of these frames paints what was changed just now.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // An older list may hold what stands in a newer one, which has a frame of its own.
        if (marks !== newest) return
        for (const { element, mark } of shown.slice(AT_ONCE)) {
          mark(marks)
          element.classList.remove('is-coming')
        }
      }),
    )
    return shown
  }
}
