import Fuse from 'fuse.js/basic'
import type { Known, Lexicon, Role } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'
import { canonicalRomaji, kanaToRomaji } from '../words/romaji.ts'
import { PAIR, slipsAllowed, slipsBetween, swapped } from '../words/slip.ts'
import { heardAs, readAs } from './sounds.ts'

/** Shorter ones have too many neighbours: of 2,000 nouns twice as many would be mended. */
const LONG_LATIN = 9
/** Long enough to be known by its letters, where two neighbours changed their places. */
const SWAPPED_LATIN = 7
const LATIN = /^[a-z]{5,}$/
const KANA = /^[ぁ-ゖー]{3,}$/
const KANJI = /\p{Script=Han}/u
/** By its kanji's sounds a word of the texts is found that is long enough; shorter ones sound like too many others. */
const SOUNDED = /^\p{Script=Han}{4,}$/u
const SOUNDS = /^[ぁ-ゖー]{6,}$/
/** A short word that is the beginning of several: 打ち切, 通勤が. Too many others are like it. */
const BEGUN = /^(?=.*\p{Script=Han}).*[ぁ-ゖ]/u
const LONG = 5
const ASKED: readonly Role[] = ['topic', 'industry', 'soft', 'weak']
/** What somebody says is cut, not mended: 医者になりたい is not 社員になりたい. */
const SENTENCE = /\p{Script=Han}[ぁ-ゖ]{4,}$/u
/** お店で働きた: of what is said with a particle, each word is one of its own. 成田で働きたい is no slip of it. */
const WITH_PARTICLE = /[\p{Script=Han}ァ-ヶー][をがにでと]\p{Script=Han}/u
/** Who types one of these does not mean the other: 区外 is no slip for 区内. */
const OPPOSITES = ['内外', '上下', '有無', '男女', '大小', '前後', '新旧', '長短', '高低']

/**
 * Makes the function that finds the known word which a misspelt one most resembles. Fuse.js finds, slips decide.
 * @param words of the texts (see vocabulary.ts)
 */
export function makeRepair(lexicon: Lexicon, words: Iterable<string>): (word: string) => string | null {
  const written = new Map<string, string>()
  const read = new Map<string, string>()
  const pairs: string[] = []
  for (const [key, known] of lexicon.keys()) {
    if (PAIR.test(key) && known.some((own) => isReadSo(own, key))) pairs.push(key)
    const word = known.find(({ word: own, group: { role } }) => {
      // A quarter of two or three kanji is like too many others: 白金台 is not 白糸台.
      if (role === 'place') return own.length > 3
      return role !== 'weak' && role !== 'stop' && role !== 'outside'
    })?.word
    if (
      word !== undefined &&
      (word.length > LONG || !BEGUN.test(word)) &&
      !SENTENCE.test(word) &&
      !WITH_PARTICLE.test(word)
    )
      (toHiragana(word) === key ? written : read).set(key, word)
  }
  const sounded: string[] = []
  for (const word of words) {
    written.set(toHiragana(word), word)
    if (SOUNDED.test(word)) sounded.push(word)
  }
  const inWriting = closest(written)
  const inReading = closest(read)
  let inRomaji: ((word: string) => string | null) | null = null
  const byReading = (word: string): string | null => {
    if (/^[ぁ-ゖー]{5,}$/.test(word)) return inReading(word)
    // To spell thousands of words takes longer than all else here: few are asked for in latin letters.
    return LATIN.test(word) ? (inRomaji ??= spelt([...written, ...read]))(word) : null
  }
  // Their readings are in no list: さんぎょうしんこうか.
  const inSound = (word: string): string | null => (SOUNDS.test(word) ? (sounded.find(readAs(word)) ?? null) : null)
  return (word) =>
    PAIR.test(word)
      ? (pairs.filter((pair) => pair[0] === word[0]).find(soundsLike(word)) ?? null)
      : (inSound(word) ?? inWriting(word) ?? byReading(word))
}

/** True for a word that something is asked by, and that is written so itself: one without a reading (回護) is a slip. */
const isReadSo = ({ word, group: { role, words } }: Known, key: string): boolean =>
  word === key && ASKED.includes(role) && words.some((entry) => entry.startsWith(`${key}~`))

/** Makes the test for words of the same length that an input method may have meant: 諸人者 for 初任者. One sign is the same. */
function soundsLike(key: string): (other: string) => boolean {
  const heard = heardAs(key)
  return (other) => heard.every((own, at) => own.includes(other[at] ?? ' ')) && shared(other, key) > 0
}

/** The same for words in latin letters: merukumaru is printed in katakana, hikikomroi is a slip. */
function spelt(words: readonly [key: string, word: string][]): (word: string) => string | null {
  const byRomaji = new Map(words.flatMap(([key, word]) => (KANA.test(key) ? [[kanaToRomaji(key), word]] : [])))
  const inLatin = closest(byRomaji)
  return (word) => {
    const romaji = canonicalRomaji(word)
    // Mongol is モンゴル.
    const known = byRomaji.get(romaji) ?? byRomaji.get(`${romaji.replaceAll('l', 'r')}u`)
    if (known !== undefined || romaji.length >= LONG_LATIN) return known ?? inLatin(romaji)
    if (romaji.length < SWAPPED_LATIN) return null
    return (
      swapped(romaji)
        .map((other) => byRomaji.get(other))
        .find((other) => other !== undefined) ?? null
    )
  }
}

function closest(words: ReadonlyMap<string, string>): (word: string) => string | null {
  const byLength = Map.groupBy(
    [...words].map(([key, word]) => ({ key, word })),
    ({ key }) => key.length,
  )
  return (word) => {
    const allowed = slipsAllowed(word)
    if (allowed === 0) return null
    const key = toHiragana(word)
    const isMeant = soundsLike(key)
    const meant = byLength.get(key.length)?.find((item) => isMeant(item.key))
    if (meant !== undefined) return meant.word
    // A short word with another beginning is another word, unless its letters are only out of order.
    const isAkin = (other: string): boolean =>
      key.length > (KANJI.test(key) ? 3 : 4) || other[0] === key[0] || isSwapped(other, key)
    const lengths = Array.from({ length: 2 * allowed + 1 }, (_, at) => key.length - allowed + at)
    const similar = lengths
      .flatMap((length) => byLength.get(length) ?? [])
      .filter((item) => shared(item.key, key) >= key.length - allowed && isAkin(item.key))
    return (
      new Fuse(similar, { keys: ['key'], ignoreLocation: true, includeScore: true, threshold: 0.67 })
        .search(key.slice(0, 32))
        .map(({ item, score }) => ({
          ...item,
          score: score ?? 1,
          slips: isStretched(item.key, key) ? 1 : slipsBetween(key, item.key, allowed),
          // A character is left out more often than one too many is typed.
          lacks: Number(shared(item.key, key) < key.length),
        }))
        .filter(
          (item) =>
            item.slips <= Math.min(allowed, slipsAllowed(LATIN.test(key) ? item.key : item.word)) &&
            !isOpposite(item.key, key),
        )
        .sort((a, b) => a.slips - b.slips || a.lacks - b.lacks || a.score - b.score)[0]?.word ?? null
    )
  }
}

/** How many characters of the word b the word a holds. */
const shared = (a: string, b: string): number => [...b].filter((character) => a.includes(character)).length

const isSwapped = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('')

/** True for words in which only the marks of long vowels stand elsewhere: モチベショーン. */
const isStretched = (a: string, b: string): boolean => a !== b && a.replaceAll('ー', '') === b.replaceAll('ー', '')

/** True for words that differ by opposites alone. */
const isOpposite = (a: string, b: string): boolean =>
  a !== b &&
  OPPOSITES.some((pair) => b === [...a].map((one) => (pair.includes(one) ? pair.replace(one, '') : one)).join(''))
