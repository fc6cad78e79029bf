/**
 * How many slips make one word of the other: a character changed, added, left out, or two neighbours swapped.
 * @returns more than `most` where there are more than that
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}

/** A word with each two neighbours swapped in turn, where these are not the same. */
export const swapped = (word: string): string[] =>
  [...word]
    .map((one, at) => word.slice(0, at) + word.slice(at + 1, at + 2) + one + word.slice(at + 2))
    .filter((other) => other !== word)

/** A kana before a phone's key for marks and small kana is struck: が → か, ょ → よ. */
const bare = (kana: string): string =>
  /[ぁぃぅぇぉっゃゅょ]/.test(kana) ? String.fromCharCode(kana.charCodeAt(0) + 1) : kana.normalize('NFD').charAt(0)

/** True where nothing but such keys is missing from hiragana: しようがいしや of しょうがいしゃ. */
export const isLeftBare = (typed: string, reading: string): boolean =>
  typed.length === reading.length && [...reading].every((kana, at) => [kana, bare(kana)].includes(typed.charAt(at)))

/** Two kanji are forgiven nothing but a second one of the same sound: 林行 is 林業. */
export const PAIR = /^\p{Script=Han}{2}$/u

/** How many slips a word of this length and script is forgiven. Short words have too many neighbours. */
export function slipsAllowed(word: string): number {
  if (/\d/.test(word)) return 0
  if (/^[a-z]+$/.test(word)) return word.length < 6 ? 0 : 1
  if (/^[ぁ-ゖァ-ヶー]+$/.test(word)) return word.length < 4 ? 0 : word.length < 9 ? 1 : 2
  return word.length < 3 ? 0 : word.length < 6 ? 1 : 2
}
