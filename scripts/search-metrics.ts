import Fuse from 'fuse.js'
import type { SearchIndex } from '../src/search/index/index-of.ts'

/** A query that a person has judged: ids with grades 1–3; none where nothing may be found. */
export interface JudgedQuery {
  query: string
  kind: string
  relevant: Record<string, number>
}

/** How well a search answers judged queries; each 0–1. */
export interface Quality {
  queries: number
  /** Gain of the first ten, the better the earlier, as a share of the best order. */
  ndcg: number
  /** Share of the relevant among the first ten (of ten at most). */
  recall: number
  /** One over the place of the first relevant one. */
  mrr: number
  /** Share of the queries without an answer that get none. */
  empty: number
}

const gain = (ids: readonly string[], relevant: Record<string, number>): number =>
  ids.slice(0, 10).reduce((sum, id, place) => sum + (2 ** (relevant[id] ?? 0) - 1) / Math.log2(place + 2), 0)

const mean = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length

/** Measures a search on judged queries. A measure is NaN where no query is of its kind. */
export function measure(find: (query: string) => readonly string[], queries: readonly JudgedQuery[]): Quality {
  const answered = queries
    .filter(({ relevant }) => Object.keys(relevant).length > 0)
    .map(({ query, relevant }) => {
      const ids = find(query)
      const best = Object.keys(relevant).sort((a, b) => (relevant[b] ?? 0) - (relevant[a] ?? 0))
      const first = ids.findIndex((id) => id in relevant)
      return {
        ndcg: gain(ids, relevant) / gain(best, relevant),
        recall: ids.slice(0, 10).filter((id) => id in relevant).length / Math.min(10, best.length),
        mrr: first < 0 ? 0 : 1 / (first + 1),
      }
    })
  const empty = queries.filter(({ relevant }) => Object.keys(relevant).length === 0)
  return {
    queries: queries.length,
    ndcg: mean(answered.map(({ ndcg }) => ndcg)),
    recall: mean(answered.map(({ recall }) => recall)),
    mrr: mean(answered.map(({ mrr }) => mrr)),
    empty: mean(empty.map(({ query }) => (find(query).length === 0 ? 1 : 0))),
  }
}

/** Fuse.js on the same texts with its default options: what the search is measured against. */
export function plainFuse({ entries, places }: SearchIndex): (query: string) => string[] {
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const fuse = new Fuse(
    entries.map((entry) => ({ ...entry, place: names.get(entry.code) ?? '' })),
    { keys: ['place', 'name', 'theme', 'category', 'summary', 'department', 'phone'] },
  )
  return (query) => fuse.search(query).map(({ item }) => item.id)
}

const SIGNS = {
  kanji: '一人日大年出本中子見国言上分生手自行者二間事思時気会十家女三前的方入小地合後目長場代私下立部学物月田力明',
  katakana: 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン',
}
const LONGEST = 10
const KANJI_RUN = /^\p{Script=Han}+$/u

/** A word with one slip: a character changed, left out, added, or two neighbours swapped. */
function slipped(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length)
  const signs = KANJI_RUN.test(word.charAt(at)) ? SIGNS.kanji : SIGNS.katakana
  const other = signs.charAt(Math.floor(random() * signs.length))
  const [before, sign, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const ways = [before + other + after, before + after, before + other + sign + after]
  return [...ways, before + after.charAt(0) + sign + after.slice(1)][Math.floor(random() * 4)] ?? word
}

/**
 * How often a word of the texts with one random slip still finds, among the first ten, one of the three programmes that
 * the word itself finds best.
 */
export function measureSlips(
  find: (query: string) => readonly string[],
  texts: readonly string[],
  random: () => number,
  count: number,
): Record<'kanji' | 'katakana' | 'mixed', { words: number; found: number }> {
  const runs = new Set(texts.flatMap((text) => text.normalize('NFKC').match(/[\p{Script=Han}ァ-ヶー]+/gu) ?? []))
  const kindOf = (run: string) => (KANJI_RUN.test(run) ? 'kanji' : /^[ァ-ヶー]+$/.test(run) ? 'katakana' : 'mixed')
  const kinds = Map.groupBy(
    [...runs].filter((run) => run.length > (kindOf(run) === 'kanji' ? 2 : 3) && run.length <= LONGEST),
    kindOf,
  )
  const measureKind = (kind: 'kanji' | 'katakana' | 'mixed') => {
    const words = kinds.get(kind) ?? []
    const tries = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? '')
    const hits = tries.filter((word) => {
      const best = find(word).slice(0, 3)
      return find(slipped(word, random))
        .slice(0, 10)
        .some((id) => best.includes(id))
    })
    return { words: tries.length, found: hits.length / tries.length }
  }
  return { kanji: measureKind('kanji'), katakana: measureKind('katakana'), mixed: measureKind('mixed') }
}
