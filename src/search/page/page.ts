// The search page: it reads the box, the filters and the address, asks the finder, and shows the answer.
import { figure } from '../../words/amount.ts'
import { TAG_FAMILIES } from '../../words/tag-families.ts'
import { isUnfinished, type Answer } from '../answer/find.ts'
import { first, sumOf } from '../answer/order.ts'
import { byFilter, FILTERS, ORDERS, readState, writeState, type Filter, type SearchState } from '../answer/state.ts'
import { openSession, type Session } from '../index/session.ts'
import { countWords } from '../telling/count-words.ts'
import { explain } from '../telling/explain.ts'
import { marksOf, type Marks } from '../telling/marks.ts'
import { makeAddress } from './address.ts'
import { makeAnnouncer, must, SLOW } from './dom.ts'
import type { Item } from './item.ts'
import { lineOf, spoken } from './result-lines.ts'
import { makeResultList } from './result-list.ts'
import { bringUp, putAway } from './screen-keyboard.ts'
import { startTools } from './tools.ts'
import { isForInputMethod, onTyping } from './typing.ts'

const input = must('#q', document, HTMLInputElement)
const results = must('#results')
const count = must('#result-count')
const help = must('#result-help')
const announcement = must('#result-announcement')
const announceSoon = makeAnnouncer(announcement)
const otherWays = must('#other-ways')
const tools = must('#result-tools')
const facets = must('#facets')
const chips = must('#chips')
const order = must('#sort', document, HTMLSelectElement)
const examples = must('#examples')
const failure = must('#failure')
const left = must('#left')
const more = must('#more', document, HTMLButtonElement)
const copied = must('#copied')
const { title } = document
const addresses = { index: '', projects: '', places: '', ...results.dataset }

let slow = 0

void start()

async function start(): Promise<void> {
  const asked = readState(location.search)
  const { query, isLiteral } = asked
  // What the reader enters meanwhile is kept.
  if (input.value === '') input.value = query
  if (order.value === ORDERS[0]) order.value = asked.order
  if (writeState(asked) !== '') waitFor(tools)
  const session = await openSession(addresses.index, isLiteral ? '' : query)
  if (session === null) {
    // The page was built with a list: it stays, and what would do nothing goes.
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
    return
  }
  run(session)
}

/**
 * Sees to it that an older answer does not stand for long under the query that is being answered.
 * @param besides what goes with it
 */
function waitFor(...besides: HTMLElement[]): void {
  window.clearTimeout(slow)
  slow = window.setTimeout(() => {
    for (const part of [results, more, left, otherWays, failure, ...besides]) part.hidden = true
    count.textContent = '探しています…'
    help.replaceChildren()
  }, SLOW)
}
function arrive(): void {
  window.clearTimeout(slow)
  results.hidden = false
}

function run(session: Session): void {
  let state = readState(location.search)
  const PAGE = session.pageSize
  let turn = 0
  const address = makeAddress()
  const pageOf = (id: string): string => `${addresses.projects}${id}/`
  const romajiOf = (code: string): string => session.placeOf(code)?.romaji ?? ''
  const every = new Uint32Array(session.columns.size).map((_, index) => index)
  let shown: Uint32Array = every
  let last: Answer | null = null
  let chosen: string[] = []

  const showList = makeResultList(results, session.placeOf, pageOf)
  const show = async (from: number, to: number, marks: Marks, mine: number): Promise<Item[]> => {
    const entries = await session.entries(inOrder(to).slice(from))
    return mine === turn ? showList(entries, from, marks) : []
  }
  const showLeft = (): void => {
    const there = results.children.length
    const rest = shown.length - there
    more.hidden = left.hidden = rest <= 0
    more.textContent = `さらに${Math.min(rest, PAGE)}事業を表示する`
    left.textContent = `ここまで${figure(there)}事業。残りは${figure(rest)}事業です。`
  }
  const inOrder = (length: number): number[] => first(shown, length, last?.scores ?? null, state.order, session.columns)

  /**
   * Answers the state and shows it. What is slow, or cannot be fetched, leaves no older answer under a newer query.
   * @param isFinal false while a word is being composed
   * @param atLeast how many of the results are shown, where that is more than a page
   */
  const answer = async (query = state.query, isFinal = true, atLeast = PAGE): Promise<void> => {
    turn += 1
    const mine = turn
    waitFor(tools)
    try {
      await answerTurn(mine, query, isFinal, atLeast)
    } catch {
      if (mine !== turn) return
      arrive()
      shown = new Uint32Array()
      results.replaceChildren()
      delete results.dataset['query']
      count.textContent = '検索できませんでした'
      help.replaceChildren()
      forgetCounts()
      tools.hidden = more.hidden = left.hidden = examples.hidden = true
      otherWays.hidden = failure.hidden = false
    }
    if (mine === turn && isFinal) settle()
  }
  const answerTurn = async (mine: number, query: string, isFinal: boolean, atLeast: number): Promise<void> => {
    const isEmpty = query.trim() === ''
    // What is being composed behind words taken literally is a new query.
    const isLiteral = state.isLiteral && query === state.query
    const found = isEmpty ? null : await session.find(query, isLiteral)
    if (mine !== turn) return
    // What stands there stays while a word is being written that is none yet.
    if (!isFinal && found !== null && isUnfinished(found) && !results.hidden) {
      arrive()
      results.dataset['query'] = input.value
      return
    }
    const passing = isFiltered() ? await filtered(found) : (found?.found ?? every)
    if (mine !== turn) return
    last = found
    shown = passing
    const marks = marksOf(found?.parts ?? [])
    const amounts = session.amounts(shown, found)
    if (state.order === 'amount') await amounts
    const [seen] = await Promise.all([show(0, Math.max(PAGE, atLeast), marks, mine), amounts])
    if (mine !== turn) return
    arrive()
    showLeft()
    const placeOf = session.placeOf
    const lines = found === null ? [] : explain(query, found, placeOf, seen, isLiteral)
    if (input.value.length === input.maxLength)
      lines.push({ text: `入れられるのは${input.maxLength}字までです。その先は探していません。`, links: [] })
    const all = found?.found.length ?? session.columns.size
    showCount(all)
    if (shown.length === 0 && all > 0)
      lines.push({
        text: '',
        links: [{ label: `絞り込まずに見る（${figure(all)}事業）`, to: { query, isLiteral, isAside: false } }],
      })
    help.replaceChildren(...lines.map((line) => lineOf(line, state, addresses.places)))
    examples.hidden = found !== null
    failure.hidden = true
    order.value = state.order
    performance.mark('search-ready')
    more.onclick = () => {
      const from = results.children.length
      show(from, from + PAGE, marks, mine).then(
        () => {
          if (mine !== turn) return
          showLeft()
          results.children[from]?.querySelector('a')?.focus()
          // Who comes back finds as many.
          history.replaceState(results.children.length, '')
        },
        () => {
          if (mine === turn) left.textContent = '続きを読み込めませんでした。通信を確かめて、もう一度押してください。'
        },
      )
    }
    if (showsFilters()) {
      // The answer stands without the counts beside the filters.
      await refreshFilters(mine).catch(forgetCounts)
      if (mine !== turn) return
    }
    results.dataset['query'] = input.value
  }

  const showCount = (all: number): void => {
    const { length } = shown
    const isRough = last?.isRough === true
    count.textContent = countWords(length, all, session.columns.size, sumOf(shown, session.columns), isRough)
    tools.hidden = length === 0
    otherWays.hidden = all > 0
  }
  /** What was asked for in words: the query and the filters that are chosen. */
  const askedFor = (): string => [state.query.trim(), ...chosen].filter((part) => part !== '').join('、')
  /** What belongs to an answer that stays: the page's title, and what a screen reader is told. */
  const settle = (): void => {
    const asked = askedFor()
    document.title = asked === '' ? title : `${asked} - ${title}`
    announceSoon(said())
  }

  // Most readers filter nothing: how it is done and shown is fetched for those who do.
  const isFiltered = (): boolean => FILTERS.some((name) => state[name].length > 0)
  const filtered = async (found: Answer | null): Promise<Uint32Array> => {
    const { filter } = await import('./filters.ts')
    if (TAG_FAMILIES.some((name) => state[name].length > 0)) await session.tags()
    return filter(found?.found ?? every, state, session.columns, romajiOf).found
  }
  const showsFilters = (): boolean => facets.hasAttribute('open') || isFiltered() || !chips.hidden
  const forgetCounts = (): void => {
    for (const number of facets.querySelectorAll('[data-count]')) number.textContent = '–'
  }
  const refreshFilters = async (mine: number): Promise<void> => {
    const { filter, showFilters } = await import('./filters.ts')
    if (facets.hasAttribute('open')) await session.tags()
    if (mine !== turn) return
    chosen = showFilters(
      facets,
      chips,
      state,
      filter(last?.found ?? every, state, session.columns, romajiOf),
      session.columns,
      {
        drop: (name, value) => {
          choose(name, value, false)
        },
        dropAll: () => {
          change(byFilter(() => []))
        },
      },
    )
  }

  const change = (next: Partial<SearchState>, write = address.step): void => {
    state = { ...state, ...next }
    write(state)
    copied.textContent = ''
    void answer()
  }
  const choose = (name: Filter, value: string, isOn: boolean): void => {
    const others = state[name].filter((other) => other !== value)
    change({ [name]: isOn ? [...others, value] : others })
  }

  const ask = (write = address.step): void => {
    change({ query: input.value, isLiteral: false }, write)
  }

  onTyping(input, (query, isFinal) => {
    if (isFinal) ask(address.typed)
    else {
      announceSoon(null)
      void answer(query, false)
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
    if (showsFilters() && failure.hidden) refreshFilters(turn).catch(forgetCounts)
  })
  order.addEventListener('change', () => {
    change(orderChosen())
  })
  const open = (): void => {
    void answer(state.query, true, Number(history.state))
  }
  window.addEventListener('popstate', () => {
    const next = readState(location.search)
    // A jump within the page is no step of the search.
    if (writeState(next) === writeState(state)) return
    address.moved()
    state = next
    input.value = state.query
    copied.textContent = ''
    open()
  })

  startTools(
    async () => {
      const asked = askedFor()
      const [{ saveResults }, entries] = await Promise.all([
        import('./save-results.ts'),
        session.entries(inOrder(shown.length)),
      ])
      saveResults(asked, entries, session.placeOf, pageOf)
    },
    (text) => {
      announcement.textContent = copied.textContent = text
    },
  )

  // Of very many programmes the tags weigh more than an answer: there the filters wait until they are asked for.
  if (session.columns.tags !== null && window.matchMedia('(min-width: 60rem)').matches) facets.setAttribute('open', '')
  // What was entered before all this was here.
  const checked = [...facets.querySelectorAll<HTMLInputElement>('input:checked')]
  const entered = {
    ...state,
    ...orderChosen(),
    query: input.value,
    isLiteral: state.isLiteral && input.value === state.query,
    ...byFilter((filter) => [
      ...state[filter],
      ...checked.flatMap(({ name, value }) => (name === filter ? value : [])),
    ]),
  }
  if (writeState(entered) !== writeState(state)) change(entered, address.typed)
  // The page was built with all programmes in their usual order.
  else if (writeState(state) === '' && session.columns.size === results.children.length) {
    results.dataset['query'] = ''
    performance.mark('search-ready')
  } else open()
}

const orderChosen = (): Pick<SearchState, 'order'> => ({
  order: ORDERS.find((name) => name === order.value) ?? 'relevance',
})

/** What stands over the results; also their order, where it was chosen. */
const said = (): string =>
  spoken([
    count,
    ...(tools.hidden || order.value === ORDERS[0] ? [] : order.selectedOptions),
    ...help.children,
    ...(failure.hidden ? [] : [failure]),
  ])
