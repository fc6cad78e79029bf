// The search page: it reads the box, the filters and the address, and asks for the answer to what they say.
import { byFilter, readState, writeState, type Filter, type SearchState } from '../answer/state.ts'
import { openSession, type Session } from '../index/session.ts'
import { makeAddress } from './address.ts'
import { makeAnswers, said } from './answers.ts'
import { makeAnnouncer, SLOW } from './dom.ts'
import {
  addresses,
  announcement,
  copied,
  count,
  facets,
  failure,
  input,
  order,
  results,
  tools,
  unready,
} from './elements.ts'
import { makeFiltering } from './filtering.ts'
import { keep, kept } from './kept.ts'
import { bringUp, putAway } from './screen-keyboard.ts'
import { startTools } from './tools.ts'
import { isForInputMethod, onTyping } from './typing.ts'
import { arrive, inTime, waitForAnswer } from './waiting.ts'

const announceSoon = makeAnnouncer(announcement)
const { title, documentElement: root } = document

void start()

async function start(): Promise<void> {
  unready.remove()
  const asked = readState(location.search)
  const { query, isLiteral } = asked
  // What the reader enters meanwhile is kept.
  if (input.value === '') input.value = query
  if (order.value === 'relevance') order.value = asked.order
  // The browser puts who comes back where he stood: what opens above him, or is found anew, may not move the page.
  root.style.overflowAnchor = 'none'
  facets.open = kept().isOpen ?? facets.open
  if (writeState(asked) !== '') waitForAnswer()
  const session = await inTime(openSession(addresses.index, isLiteral ? '' : query)).catch(() => null)
  if (session === null) showWithoutSearch(asked)
  else await run(session)
  setTimeout(() => {
    root.style.overflowAnchor = ''
  }, SLOW)
}

/** What is said where there is no search. The page was built with a list: it stays, and what would do nothing goes. */
function showWithoutSearch(asked: SearchState): void {
  arrive()
  count.textContent = '検索できませんでした。下は、絞り込んでいない事業の一覧です'
  failure.hidden = false
  tools.hidden = true
  facets.style.visibility = 'hidden'
  announceSoon(said())
  // The form knows only the words.
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (navigator.onLine) location.search = writeState({ ...asked, query: input.value })
  })
}

/** Starts the search; it is done when the first answer stands. */
async function run(session: Session): Promise<void> {
  let state = readState(location.search)
  const address = makeAddress()
  const pageOf = (id: string): string => `${addresses.projects}${id}/`

  const change = (next: Partial<SearchState>, write = address.step): void => {
    state = { ...state, ...next }
    write(state)
    copied.textContent = ''
    void answers.answer(state)
  }
  const choose = (name: Filter, value: string, isOn: boolean): void => {
    const others = state[name].filter((other) => other !== value)
    change({ [name]: isOn ? [...others, value] : others })
  }
  const filtering = makeFiltering(session, {
    drop: (name, value) => {
      choose(name, value, false)
    },
    dropAll: () => {
      change(byFilter(() => []))
    },
  })
  const answers = makeAnswers(session, filtering, pageOf, (asked) => {
    // What belongs to an answer that stays: the page's title, and what a screen reader is told.
    document.title = asked === '' ? title : `${asked} - ${title}`
    announceSoon(said())
  })
  const ask = (write = address.step): void => {
    change({ query: input.value, isLiteral: false }, write)
  }
  const open = (): Promise<void> => answers.answer(state, { atLeast: kept().shown ?? 0 })

  onTyping(input, (query, isFinal) => {
    if (isFinal) ask(address.typed)
    else {
      announceSoon(null)
      void answers.answer(state, { query, isFinal })
    }
  })
  input.addEventListener('focus', () => {
    bringUp(input)
  })
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    putAway(input)
    ask()
    // What failed to come is asked for anew only by a page that is opened again.
    if (!failure.hidden && navigator.onLine) location.reload()
  })
  input.addEventListener('keydown', (event) => {
    if (isForInputMethod(event) || event.key !== 'Escape' || input.value === '') return
    event.preventDefault()
    input.value = ''
    ask()
  })
  facets.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target.name as Filter, target.value, target.checked)
  })
  facets.addEventListener('toggle', () => {
    void answers.showFilters()
    keep({ isOpen: facets.open })
  })
  order.addEventListener('change', () => {
    change(orderChosen())
  })
  window.addEventListener('popstate', () => {
    const next = readState(location.search)
    // A jump within the page is no step of the search.
    if (writeState(next) === writeState(state)) return
    address.moved()
    state = next
    input.value = state.query
    copied.textContent = ''
    void open()
  })
  startTools(
    async () => {
      const asked = answers.askedFor()
      const [{ saveResults }, entries] = await Promise.all([import('./save-results.ts'), answers.all()])
      saveResults(asked, entries, session.placeOf, pageOf)
    },
    (text) => {
      announcement.textContent = copied.textContent = text
    },
  )

  // Of very many programmes the tags weigh more than an answer: there the filters wait until they are asked for.
  const isRoomy = session.columns.tags !== null && matchMedia('(min-width: 60rem)').matches
  facets.open ||= isRoomy && kept().isOpen !== false
  const entered = withEntered(state)
  if (writeState(entered) !== writeState(state)) change(entered, address.typed)
  // The page was built with all programmes in their usual order.
  else if (writeState(state) === '' && session.columns.size === results.children.length) {
    results.dataset['query'] = ''
    performance.mark('search-ready')
  } else await open()
}

/** A state with what was entered before the search was there. */
function withEntered(state: SearchState): SearchState {
  const checked = (filter: Filter): HTMLInputElement[] => [
    ...facets.querySelectorAll<HTMLInputElement>(`[name=${filter}]:checked`),
  ]
  return {
    ...state,
    ...orderChosen(),
    query: input.value,
    isLiteral: state.isLiteral && input.value === state.query,
    ...byFilter((filter) => [...state[filter], ...checked(filter).map(({ value }) => value)]),
  }
}

/** The page offers no other orders than there are. */
const orderChosen = (): Pick<SearchState, 'order'> => ({ order: order.value as SearchState['order'] })
