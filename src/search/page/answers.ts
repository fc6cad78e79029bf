import { figure } from '../../words/amount.ts'
import { isUnfinished, type Answer } from '../answer/find.ts'
import { first, sumOf } from '../answer/order.ts'
import { readState, type SearchState } from '../answer/state.ts'
import type { Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import { countWords } from '../telling/count-words.ts'
import { explain, type Line } from '../telling/explain.ts'
import { marksOf, type Marks } from '../telling/marks.ts'
import { renew } from './dom.ts'
import {
  addresses,
  chips,
  count,
  examples,
  facets,
  failure,
  help,
  input,
  left,
  more,
  order,
  otherWays,
  results,
  tools,
} from './elements.ts'
import { forgetCounts, type Filtering } from './filtering.ts'
import type { Item } from './item.ts'
import { keep } from './kept.ts'
import { cutOff, lineOf, spoken } from './result-lines.ts'
import { makeResultList } from './result-list.ts'
import { arrive, inTime, waitForAnswer } from './waiting.ts'

/** How an answer is asked for. */
interface Options {
  /** What is looked for, where that is not yet the state's query. */
  query?: string
  /** False while a word is being composed. */
  isFinal?: boolean
  /** How many of the results are shown, where that is more than a page. */
  atLeast?: number
}

export interface Answers {
  /**
   * Answers a state and shows what came of it. What is slow, or cannot be fetched, leaves no older answer under a newer
   * query; of answers that cross each other the newest is shown.
   */
  answer: (state: SearchState, options?: Options) => Promise<void>
  /** Shows the filters again, for the answer that stands. */
  showFilters: () => Promise<void>
  /** The results in their order, also those that are not yet shown. */
  all: () => Promise<ShownEntry[]>
  /** What was asked for in words: the query and the filters that are chosen. */
  askedFor: () => string
}

/**
 * Makes what answers and shows the results.
 * @param settled called for an answer that stays, with what was asked for in words
 */
export function makeAnswers(
  session: Session,
  filtering: Filtering,
  pageOf: (id: string) => string,
  settled: (asked: string) => void,
): Answers {
  const { columns, placeOf, pageSize } = session
  const every = Uint32Array.from(columns.place.keys())
  const showList = makeResultList(results, session, pageOf)
  let turn = 0
  /** What is answered; the page's own, from the turn in which it was given. */
  let state = readState('')
  let found: Answer | null = null
  let passing: Uint32Array = every

  const inOrder = (length: number): number[] => first(passing, length, found?.scores ?? null, state.order, columns)
  const show = async (from: number, to: number, marks: Marks, mine: number): Promise<Item[]> => {
    const entries = await session.entries(inOrder(to).slice(from))
    return mine === turn ? showList(entries, from, marks) : []
  }
  const showLeft = (): void => {
    const there = results.children.length
    const rest = passing.length - there
    more.hidden = left.hidden = rest <= 0
    more.textContent = `さらに${Math.min(rest, pageSize)}事業を表示する`
    left.textContent = `ここまで${figure(there)}事業。残りは${figure(rest)}事業です。`
  }
  const showMore = async (marks: Marks, mine: number): Promise<void> => {
    const from = results.children.length
    try {
      await show(from, from + pageSize, marks, mine)
    } catch {
      if (mine === turn) left.textContent = '続きを読み込めませんでした。通信を確かめて、もう一度押してください。'
      return
    }
    if (mine !== turn) return
    showLeft()
    results.children[from]?.querySelector('a')?.focus()
    // Who comes back finds as many.
    keep({ shown: results.children.length })
  }

  const answerTurn = async (
    mine: number,
    { query = state.query, isFinal = true, atLeast = 0 }: Options,
  ): Promise<void> => {
    const isOld = (): boolean => mine !== turn
    // What is being composed behind words taken literally is a new query.
    const isLiteral = state.isLiteral && query === state.query
    const next = query.trim() === '' ? null : await session.find(query, isLiteral)
    if (isOld()) return
    // What stands there stays while a word is being written that is none yet.
    if (!isFinal && next !== null && isUnfinished(next) && !results.hidden) {
      arrive()
      results.dataset['query'] = input.value
      return
    }
    const all = next?.found ?? every
    const nextPassing = await filtering.passing(all, state)
    if (isOld()) return
    found = next
    passing = nextPassing
    const marks = marksOf(found?.parts ?? [])
    const amounts = session.amounts(passing, found)
    if (state.order === 'amount') await amounts
    const [texts] = await Promise.all([show(0, Math.max(pageSize, atLeast), marks, mine), amounts])
    if (isOld()) return
    arrive()
    showLeft()
    const isRanked = state.order === 'relevance' && passing.length > 1
    const lines = [
      ...(found === null ? [] : explain(query, found, placeOf, { texts, isRanked, isAll: passing === all }, isLiteral)),
      ...linesOfPage(query, isLiteral, all.length),
    ]
    showCount(all.length)
    renew(help, ...lines.map((line) => lineOf(line, state, addresses.places)))
    examples.hidden = found !== null
    failure.hidden = true
    if (order.value !== state.order) order.value = state.order
    performance.mark('search-ready')
    more.onclick = () => void showMore(marks, mine)
    // The answer stands without the counts beside the filters.
    if (filtering.isShown(state)) await filtering.show(() => all, state, isOld)
    if (!isOld()) results.dataset['query'] = input.value
  }
  /** What is said of an answer beside what was understood: what the box cut off, what the filters took away. */
  const linesOfPage = (query: string, isLiteral: boolean, all: number): Line[] => [
    ...cutOff(input),
    ...(passing.length === 0 && all > 0
      ? [
          {
            text: '',
            links: [{ label: `絞り込まずに見る（${figure(all)}事業）`, to: { query, isLiteral, isAside: false } }],
          },
        ]
      : []),
  ]
  const showCount = (all: number): void => {
    const { length } = passing
    count.textContent = countWords(length, all, columns.size, sumOf(passing, columns), found?.isRough === true)
    tools.hidden = length === 0
    otherWays.hidden = all > 0
    // What is found nowhere leaves nothing to choose among.
    facets.hidden = all === 0 && chips.hidden
  }
  const showFailure = (): void => {
    arrive()
    passing = new Uint32Array()
    results.replaceChildren()
    delete results.dataset['query']
    count.textContent = '検索できませんでした'
    help.replaceChildren()
    forgetCounts()
    tools.hidden = more.hidden = left.hidden = examples.hidden = true
    otherWays.hidden = failure.hidden = false
  }

  const askedFor = (): string => [state.query.trim(), ...filtering.chosen()].filter((part) => part !== '').join('、')

  return {
    answer: async (next, options = {}) => {
      turn += 1
      const mine = turn
      state = next
      waitForAnswer()
      const settle = (): void => {
        if (mine === turn && (options.isFinal ?? true)) settled(askedFor())
      }
      // What comes late is told as well.
      await inTime(answerTurn(mine, options).then(settle)).catch(() => {
        if (mine !== turn) return
        showFailure()
        settle()
      })
    },
    showFilters: async () => {
      const mine = turn
      // Under what says that it is on its way stands no number of an older answer.
      const isOld = (): boolean => mine !== turn || !failure.hidden || results.hidden !== false
      if (filtering.isShown(state)) await filtering.show(() => found?.found ?? every, state, isOld)
    },
    all: () => session.entries(inOrder(passing.length)),
    askedFor,
  }
}

/** What stands over the results; also their order, where it was chosen. */
export const said = (): string =>
  spoken([
    count,
    ...(tools.hidden || order.value === 'relevance' ? [] : order.selectedOptions),
    ...help.children,
    ...(failure.hidden ? [] : [failure]),
  ])
