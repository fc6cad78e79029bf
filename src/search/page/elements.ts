// The parts of the search page. No other page has them: only what is its own may import this.
import { must } from './dom.ts'

export const input = must('#q', document, HTMLInputElement)
export const unready = must('#unready')
export const results = must('#results')
export const count = must('#result-count')
export const help = must('#result-help')
export const announcement = must('#result-announcement')
export const otherWays = must('#other-ways')
export const tools = must('#result-tools')
export const facets = must('#facets', document, HTMLDetailsElement)
export const chips = must('#chips')
export const order = must('#sort', document, HTMLSelectElement)
export const examples = must('#examples')
export const failure = must('#failure')
export const left = must('#left')
export const more = must('#more', document, HTMLButtonElement)
export const copied = must('#copied')

/** Where the search's index lies, and the pages of programmes and municipalities. */
export const addresses = { index: '', projects: '', places: '', ...results.dataset }
