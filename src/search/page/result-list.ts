import type { Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import type { Marks } from '../telling/marks.ts'
import { must } from './dom.ts'
import { copyItem, makeItem, type Item } from './item.ts'

/**
 * Makes the function that shows programmes in the list of results, from a place of the list on, and takes away what
 * stood there. What the page was built with is used again, all else is copied from it.
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
  return (entries, from, marks) => {
    const shown = entries.map((entry, at) => {
      const item = itemOf(entry)
      item.mark(marks)
      // What stays in its place is not touched: the browser need not lay it out again.
      const there = results.children[from + at] ?? null
      if (there !== item.element) results.insertBefore(item.element, there)
      return item
    })
    while (results.children.length > from + shown.length) results.lastElementChild?.remove()
    document.dispatchEvent(new Event('picks'))
    return shown
  }
}
