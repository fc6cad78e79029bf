// The search page: it reads the box, the filters and the address, asks the finder, and shows the answer.
import { amountWords, figure } from '../words/amount.ts'
import { TAG_FAMILIES } from '../words/tag-families.ts'
import { makeAddressWriter } from './address.ts'
import { make, makeAnnouncer, must } from './dom.ts'
import type { SearchEntry } from './entry.ts'
import { explain, type Line } from './explain.ts'
import type { Answer, PartAnswer } from './find.ts'
import { copyItem, makeItem, type Item } from './item.ts'
import { marksOf, wordsHeld, type Marks } from './marks.ts'
import { first, sumOf } from './order.ts'
import { openSession, type Session } from './session.ts'
import { FILTERS, ORDERS, readState, writeState, type Filter, type SearchState } from './state.ts'
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

void start()

async function start(): Promise<void> {
  const { query, isLiteral } = readState(location.search)
  input.value = query
  const session = await openSession(addresses.index, isLiteral ? '' : query)
  if (session === null) {
    // The page was built with a list: it stays, and what would do nothing goes.
    count.textContent = '検索できませんでした。下は、絞り込んでいない事業の一覧です'
    failure.hidden = false
    tools.hidden = true
    facets.style.visibility = 'hidden'
    announceSoon(said())
    return
  }
  run(session)
}

function run(session: Session): void {
  let state = readState(location.search)
  const PAGE = session.pageSize
  let turn = 0
  const write = makeAddressWriter()
  const pattern = must('li', results)
  const built = new Map([...results.querySelectorAll('li')].map((item) => [item.dataset['projectId'] ?? '', item]))
  const items = new Map<number, Item>()
  const pageOf = (id: string): string => `${addresses.projects}${id}/`
  const romajiOf = (code: string): string => session.placeOf(code)?.romaji ?? ''
  const every = new Uint32Array(session.columns.size).map((_, index) => index)
  let shown: Uint32Array = every
  let last: Answer | null = null

  const itemOf = (index: number, entry: SearchEntry): Item => {
    const item =
      items.get(index) ??
      makeItem(built.get(entry.id) ?? copyItem(pattern, entry, pageOf(entry.id)), entry, session.placeOf(entry.code))
    items.set(index, item)
    return item
  }
  const show = async (from: number, to: number, marks: Marks, mine: number): Promise<Item[]> => {
    const indexes = first(shown, to, last?.scores ?? null, state.order, session.columns).slice(from)
    const entries = await session.entries(indexes)
    if (mine !== turn) return []
    const shownItems = entries.map((entry, at) => {
      const item = itemOf(indexes[at] ?? 0, entry)
      item.mark(marks)
      return item
    })
    const made = shownItems.map(({ element }) => element)
    // What stays in its place is not touched: the browser need not lay it out again.
    made.forEach((element, at) => {
      const there = results.children[from + at] ?? null
      if (there !== element) results.insertBefore(element, there)
    })
    while (results.children.length > from + made.length) results.lastElementChild?.remove()
    document.dispatchEvent(new Event('picks'))
    const rest = shown.length - to
    more.hidden = left.hidden = rest <= 0
    more.textContent = `さらに${Math.min(rest, PAGE)}事業を表示する`
    left.textContent = `ここまで${figure(to)}事業。残りは${figure(rest)}事業です。`
    return shownItems
  }

  /**
   * Answers the state and shows it. What cannot be fetched leaves no older answer under a newer query.
   * @param atLeast how many of the results are shown, where that is more than a page
   */
  const answer = async (query = state.query, atLeast = PAGE): Promise<void> => {
    turn += 1
    const mine = turn
    try {
      await answerTurn(mine, query, atLeast)
    } catch {
      if (mine !== turn) return
      shown = new Uint32Array()
      results.replaceChildren()
      delete results.dataset['query']
      count.textContent = '検索できませんでした'
      help.replaceChildren()
      forgetCounts()
      tools.hidden = more.hidden = left.hidden = examples.hidden = true
      otherWays.hidden = failure.hidden = false
    }
  }
  const answerTurn = async (mine: number, query: string, atLeast: number): Promise<void> => {
    const isEmpty = query.trim() === ''
    const found = isEmpty ? null : await session.find(query, state.isLiteral)
    if (mine !== turn) return
    const passing = isFiltered() ? await filtered(found) : (found?.found ?? every)
    if (mine !== turn) return
    last = found
    shown = passing
    const marks = marksOf(found?.parts ?? [])
    const amounts = session.amounts(shown, found)
    if (state.order === 'amount') await amounts
    const [seen] = await Promise.all([show(0, Math.max(PAGE, atLeast), marks, mine), amounts])
    if (mine !== turn) return
    showCount(found?.found.length ?? session.columns.size)
    const placeOf = session.placeOf
    const lines = found === null ? [] : explain(query, found, placeOf, (part: PartAnswer) => wordsHeld(part, seen))
    help.replaceChildren(...lines.map(lineOf))
    examples.hidden = found !== null
    failure.hidden = true
    order.value = state.order
    performance.mark('search-ready')
    more.onclick = async () => {
      const from = results.children.length
      await show(from, from + PAGE, marks, turn)
      // Who comes back finds as many.
      history.replaceState(results.children.length, '')
      results.children[from]?.querySelector('a')?.focus()
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
    const about = last?.isRough === true ? 'およそ' : ''
    const sum = `（事業額の合計 ${about}${amountWords(sumOf(shown, session.columns))}）`
    if (length === session.columns.size) count.textContent = `すべての${figure(length)}事業${sum}`
    else if (length > 0) count.textContent = `${about}${figure(length)}事業が見つかりました${sum}`
    else if (all > 0) count.textContent = `絞り込みに合う事業はありません（絞り込まなければ${figure(all)}事業）`
    else count.textContent = '合う事業は見つかりませんでした'
    tools.hidden = length === 0
    otherWays.hidden = all > 0
  }
  /** What belongs to an answer that stays: the page's title, and what a screen reader is told. */
  const settle = (): void => {
    const query = state.query.trim()
    document.title = query === '' ? title : `${query} - ${title}`
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
    const { counts } = filter(last?.found ?? every, state, session.columns, romajiOf)
    showFilters(facets, chips, state, counts(), session.columns, {
      drop: (name, value) => {
        choose(name, value, false)
        input.focus()
      },
      dropAll: () => {
        change(Object.fromEntries(FILTERS.map((name) => [name, []])), true)
        input.focus()
      },
    })
  }

  const change = (next: Partial<SearchState>, isStep: boolean): void => {
    state = { ...state, ...next }
    write(state, isStep)
    copied.textContent = ''
    void answer().then(settle)
  }
  const choose = (name: Filter, value: string, isOn: boolean): void => {
    const others = state[name].filter((other) => other !== value)
    change({ [name]: isOn ? [...others, value] : others }, true)
  }

  onTyping(input, (query, isFinal) => {
    if (isFinal) change({ query: input.value, isLiteral: false }, false)
    else {
      announceSoon(null)
      void answer(query)
    }
  })
  // A keyboard on the screen covers half of it: the box goes to the top, and results show below it.
  input.addEventListener('focus', () => {
    if (window.matchMedia('(pointer: coarse)').matches) input.form?.scrollIntoView()
  })
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    change({ query: input.value, isLiteral: false }, true)
  })
  input.addEventListener('keydown', (event) => {
    if (isForInputMethod(event) || event.key !== 'Escape' || input.value === '') return
    event.preventDefault()
    input.value = ''
    change({ query: '', isLiteral: false }, true)
  })
  facets.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target.name as Filter, target.value, target.checked)
  })
  facets.addEventListener('toggle', () => {
    if (showsFilters()) refreshFilters(turn).catch(forgetCounts)
  })
  order.addEventListener('change', () => {
    change({ order: ORDERS.find((name) => name === order.value) ?? 'relevance' }, true)
  })
  const open = (): void => {
    state = readState(location.search)
    input.value = state.query
    void answer(state.query, Number(history.state)).then(settle)
  }
  window.addEventListener('popstate', open)

  const say = (text: string): void => {
    announcement.textContent = copied.textContent = text
  }
  must('#copy').addEventListener('click', () => {
    const clipboard = (navigator as Partial<Navigator>).clipboard
    Promise.resolve(clipboard?.writeText(location.href) ?? Promise.reject(new Error())).then(
      () => {
        say('この検索のアドレスを写しました。')
      },
      () => {
        say(`写せませんでした。アドレス: ${location.href}`)
      },
    )
  })
  must('#csv').addEventListener('click', () => {
    const { query } = state
    const indexes = first(shown, shown.length, last?.scores ?? null, state.order, session.columns)
    Promise.all([import('./save-results.ts'), session.entries(indexes)]).then(
      ([{ saveResults }, entries]) => {
        saveResults(query, entries, session.placeOf, pageOf)
      },
      () => {
        say('CSVを作れませんでした。通信を確かめて、ページを開き直してください。')
      },
    )
  })

  // Of very many programmes the tags weigh more than an answer: there the filters wait until they are asked for.
  if (session.columns.tags !== null && window.matchMedia('(min-width: 60rem)').matches) facets.setAttribute('open', '')
  // The page was built with all programmes in their usual order.
  if (writeState(state) === '' && session.columns.size === results.children.length) {
    results.dataset['query'] = ''
    performance.mark('search-ready')
  } else open()
}

/** What stands over the results, as sentences for who listens. Ways back are no part of them. */
const said = (): string =>
  [count, ...help.children, ...(failure.hidden ? [] : [failure])]
    .map(({ childNodes }) =>
      [...childNodes]
        .map((node) => (node instanceof HTMLAnchorElement && node.className !== '' ? '' : node.textContent))
        .join('')
        .trim()
        .replace(/。?$/, '。'),
    )
    .join('')

function lineOf({ text, links }: Line): HTMLElement {
  const made = links.map(({ label, to }) => {
    const href =
      'place' in to
        ? `${addresses.places}${to.place}/`
        : `?${new URLSearchParams({ q: to.query, ...(to.isLiteral === true ? { literal: '1' } : {}) }).toString()}`
    return make('a', { href, className: 'isLiteral' in to ? 'way-back' : '' }, label)
  })
  const isAside = links.some(({ to }) => 'isLiteral' in to)
  return make('p', {}, text, ...made.flatMap((link, at) => [at > 0 ? '、' : isAside ? ' ' : '', link]))
}
