import { SLOW } from './dom.ts'
import { count, failure, help, left, more, otherWays, results, tools } from './elements.ts'
import { forgetCounts } from './filtering.ts'

let slow = 0

/** Milliseconds after which what does not come is taken for lost. It may come yet. */
const LOST = 12_000

/** What is promised, or a failure where it takes too long. */
export const inTime = <T>(promised: Promise<T>): Promise<T> =>
  Promise.race([promised, new Promise<never>((_, reject) => setTimeout(reject, LOST))])

/** Sees to it that an older answer does not stand for long under the query that is being answered. */
export function waitForAnswer(): void {
  window.clearTimeout(slow)
  slow = window.setTimeout(() => {
    for (const part of [results, more, left, otherWays, failure, tools]) part.hidden = true
    count.textContent = '探しています…'
    help.replaceChildren()
    forgetCounts()
  }, SLOW)
}

/** The answer is there. */
export function arrive(): void {
  window.clearTimeout(slow)
  results.hidden = false
}
