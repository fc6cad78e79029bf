import { NONE } from '../programmes/scores.ts'

const HIRAGANA = /[ぁ-ゖ]/g
// So few programmes are looked at without asking for more of the word's characters.
const SURE = 3

/**
 * Programmes that hold every two neighbouring characters of a word; null while some of that is fetched. What says most
 * is asked for first: most words that no text holds are known by it.
 * @param size how many programmes there are
 * @param ofGram those that hold two neighbouring characters, rising; null while they are fetched
 */
export function holdingAll(
  text: string,
  size: number,
  ofGram: (gram: string) => Uint32Array | null,
): Uint32Array | null {
  let found: Uint32Array | null = null
  for (const grams of gramsOf(text)) {
    const lists = grams.map(ofGram).filter((indexes) => indexes !== null)
    if (lists.length < grams.length) return null
    found = inAll(found === null ? lists : [found, ...lists], size)
    if (found.length <= SURE) return found
  }
  return found ?? NONE.indexes
}

/** The pairs of neighbouring characters of a word, in the order in which they are asked for: those that say most first. */
function gramsOf(text: string): string[][] {
  const grams = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const telling = grams
    .filter((_, at) => at % 2 === 0)
    .sort((a, b) => (a.match(HIRAGANA)?.length ?? 0) - (b.match(HIRAGANA)?.length ?? 0))
  const first = telling.slice(0, 2)
  return [first, telling.slice(2), grams.filter((gram) => !telling.includes(gram))].filter(({ length }) => length > 0)
}

/** The programmes that are in all lists. */
function inAll(lists: readonly Uint32Array[], size: number): Uint32Array {
  const held = new Uint8Array(size)
  for (const indexes of lists) for (const index of indexes) held[index] = (held[index] ?? 0) + 1
  const [least = NONE.indexes] = [...lists].sort((a, b) => a.length - b.length)
  return least.filter((index) => held[index] === lists.length)
}
