import type { Part } from './highlight.ts'

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

/** The parts of a text, those that were found as <mark>. */
export const marked = (parts: readonly Part[]): (Node | string)[] =>
  parts.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text))

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
