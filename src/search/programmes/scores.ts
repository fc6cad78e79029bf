/** How strongly programmes hold a word: those that hold it by their places in the catalogue, rising, each with a score. */
export interface Scores {
  indexes: Uint32Array
  values: Float32Array
}

export const NONE: Scores = { indexes: new Uint32Array(), values: new Float32Array() }

/** The same score for some programmes, which are given in rising order. */
export const alike = (indexes: ArrayLike<number>): Scores => ({
  indexes: Uint32Array.from(indexes),
  values: new Float32Array(indexes.length).fill(1),
})

/** Scores with a place for each programme, 0 where one has none. */
export function spread({ indexes, values }: Scores, size: number): Float32Array {
  const all = new Float32Array(size)
  for (let at = 0; at < indexes.length; at += 1) all[indexes[at] ?? 0] = values[at] ?? 0
  return all
}

/** The scores of those programmes that have one. */
export function gathered(all: Float32Array): Scores {
  const indexes = new Uint32Array(all.length)
  const values = new Float32Array(all.length)
  let length = 0
  for (let index = 0; index < all.length; index += 1) {
    const score = all[index] ?? 0
    if (score === 0) continue
    indexes[length] = index
    values[length] = score
    length += 1
  }
  return { indexes: indexes.slice(0, length), values: values.slice(0, length) }
}

/** What two lists say together; `factor` times what the second says, and a bonus for each that it says it of. */
export function added(a: Scores, b: Scores, bonus = 0, factor = 1): Scores {
  if (a.indexes.length === 0 && bonus === 0 && factor === 1) return b
  const indexes = new Uint32Array(a.indexes.length + b.indexes.length)
  const values = new Float32Array(indexes.length)
  let length = 0
  for (let one = 0, other = 0; one < a.indexes.length || other < b.indexes.length; length += 1) {
    const index = Math.min(a.indexes[one] ?? Infinity, b.indexes[other] ?? Infinity)
    let score = 0
    if (a.indexes[one] === index) score = a.values[one++] ?? 0
    if (b.indexes[other] === index) score += factor * (b.values[other++] ?? 0) + bonus
    indexes[length] = index
    values[length] = score
  }
  return { indexes: indexes.subarray(0, length), values: values.subarray(0, length) }
}
