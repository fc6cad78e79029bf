import { picksQuery, readPicks } from '../../picks/picked.ts'
import { readState, writeState, type SearchState } from '../answer/state.ts'
import { kept } from './kept.ts'

const PAUSE = 40
const AGAIN = 2000

/** What keeps that which is searched for in the page's address. */
export interface Address {
  /** Writes a step of its own, to which Back returns. */
  step: (state: SearchState) => void
  /** Writes what is being typed, once typing pauses: all of it is one step behind the last that was done. */
  typed: (state: SearchState) => void
  /** Forgets what was being typed: another step is shown. */
  moved: () => void
}

/** Makes what writes the address. What the reader has picked stays in it. */
export function makeAddress(): Address {
  let waiting = 0
  let unwritten: SearchState | null = null
  let isDone = true
  let isNext = false
  const write = (state: SearchState): void => {
    unwritten = null
    const query = [writeState(state), picksQuery(readPicks(location.search))].filter((part) => part !== '')
    const address = `${location.pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`
    const { isOpen } = kept()
    try {
      if (isNext && address !== location.pathname + location.search) history.pushState({ isOpen }, '', address)
      else history.replaceState({ isOpen }, '', address)
      isNext = false
    } catch {
      // Some browsers allow only so many changes in half a minute.
      writeLater(state, AGAIN)
    }
  }
  const writeLater = (state: SearchState, wait: number): void => {
    window.clearTimeout(waiting)
    unwritten = state
    waiting = window.setTimeout(write, wait, state)
  }
  const moved = (): void => {
    window.clearTimeout(waiting)
    unwritten = null
    isDone = true
    isNext = false
  }
  return {
    moved,
    step: (state) => {
      if (unwritten !== null) write(unwritten)
      moved()
      isNext = true
      write(state)
    },
    // The browser takes longer to change the address than we take to answer.
    typed: (state) => {
      isNext ||= isDone && writeState(readState(location.search)) !== ''
      isDone = false
      writeLater(state, PAUSE)
    },
  }
}
