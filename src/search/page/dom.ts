import type { Part } from '../telling/highlight.ts'

/** Makes an element with its properties and children. Text is always text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

/** Gives an element these children, where it has others: a link that is just being pressed stays. */
export function renew(element: Element, ...children: Node[]): void {
  const next = element.cloneNode() as Element
  next.append(...children)
  if (!next.isEqualNode(element)) element.replaceChildren(...next.childNodes)
}

/** The parts of a text, those that were found as <mark>. */
export const marked = (parts: readonly Part[]): (Node | string)[] =>
  parts.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text))

/** Milliseconds after which an older answer no longer stands under the query that is being answered. */
export const SLOW = 300

// So long typing has paused before a screen reader is told what came of it.
const QUIET = 600

/** Makes the function that says a text to a screen reader once typing has paused; null takes back what is not yet said. */
export function makeAnnouncer(region: HTMLElement): (text: string | null) => void {
  let waiting = 0
  return (text) => {
    window.clearTimeout(waiting)
    if (text !== null)
      waiting = window.setTimeout(() => {
        region.textContent = text
      }, QUIET)
  }
}

/** An element that the page must have. */
export function must(selector: string, within?: ParentNode): HTMLElement
export function must<T extends HTMLElement>(selector: string, within: ParentNode, kind: new () => T): T
export function must(
  selector: string,
  within: ParentNode = document,
  kind: new () => HTMLElement = HTMLElement,
): HTMLElement {
  const element = within.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return element
}
