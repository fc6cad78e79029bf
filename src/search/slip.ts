/** True where two words differ by one slip at most: a character changed, added, left out, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (long.length - short.length > 1) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head += 1
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1
  const left = short.length - head - tail
  const swapped =
    long.length === short.length && left === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]
  return left === 0 || (left === 1 && long.length === short.length) || swapped
}
