import { picksQuery, readPicks } from '../picks/picked.ts'
import { writeState, type SearchState } from './state.ts'

const PAUSE = 40
const AGAIN = 2000

/**
 * Makes the function that keeps what is searched for in the page's address: a step of its own, to which Back returns,
 * or in place of what stood there, once typing pauses: the browser takes longer to change the address than we take to
 * answer. What the reader has picked stays in the address.
 */
export function makeAddressWriter(): (state: SearchState, isStep: boolean) => void {
  let waiting = 0
  const write = (state: SearchState, isStep: boolean): void => {
    const query = [writeState(state), picksQuery(readPicks(location.search))].filter((part) => part !== '')
    const address = `${location.pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`
    try {
      if (isStep && address !== location.pathname + location.search) history.pushState(null, '', address)
      else history.replaceState(null, '', address)
    } catch {
      // Some browsers allow only so many changes in half a minute.
      writeLater(state, AGAIN)
    }
  }
  const writeLater = (state: SearchState, wait: number): void => {
    waiting = window.setTimeout(write, wait, state, false)
  }
  return (state, isStep) => {
    window.clearTimeout(waiting)
    if (isStep) write(state, true)
    else writeLater(state, PAUSE)
  }
}
