import { SLOW } from './dom.ts'
import { count, failure, help, left, more, otherWays, results } from './elements.ts'

let slow = 0

/**
 * Sees to it that an older answer does not stand for long under the query that is being answered.
 * @param besides what goes with it
 */
export function waitFor(...besides: HTMLElement[]): void {
  window.clearTimeout(slow)
  slow = window.setTimeout(() => {
    for (const part of [results, more, left, otherWays, failure, ...besides]) part.hidden = true
    count.textContent = '探しています…'
    help.replaceChildren()
  }, SLOW)
}

/** The answer is there. */
export function arrive(): void {
  window.clearTimeout(slow)
  results.hidden = false
}
