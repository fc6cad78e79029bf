import sounds from './kanji-sounds.json' with { type: 'json' }

// Each sound, with the kanji of daily use that are often read so. From the Unihan database of Unicode 15.0 (kJapaneseOn
// of those with kJoyoKanji; © Unicode, Inc., Unicode License); a reading that stands in less than 12 % of the kanji's
// nouns of two kanji in the IPA dictionary is left out, since nobody types it.
const all = Object.entries(sounds)

/** For each character of a word those that an input method takes for it: itself, and the kanji that are read like it. */
export const heardAs = (word: string): string[] =>
  [...word].map((own) => own + all.flatMap(([, kanji]) => (kanji.includes(own) ? kanji : [])).join(''))

/** 発表 is はっぴょう: before another kanji a sound may be cut short, and behind one は may be ぱ. */
const CUT = /(?<=.)[つくちき]$/
const HALF_VOICED: Record<string, string> = { は: 'ぱ', ひ: 'ぴ', ふ: 'ぷ', へ: 'ぺ', ほ: 'ぽ' }

/** The ways a sound is heard, as the first of a word or behind another. */
function waysOf(sound: string, isFirst: boolean): string[] {
  const head = HALF_VOICED[sound.charAt(0)]
  const ways = isFirst || head === undefined ? [sound] : [sound, head + sound.slice(1)]
  return CUT.test(sound) ? [...ways, ...ways.map((way) => way.replace(CUT, 'っ'))] : ways
}

/** Makes the test for words that may be read so; a word is in kanji, and the reading in hiragana. */
export function readAs(reading: string): (word: string) => boolean {
  // From each kana on: the sounds that stand there, where they end, and the kanji that are read so.
  const steps = Array.from(reading, (_, from) =>
    all.flatMap(([sound, kanji]) =>
      waysOf(sound, from === 0)
        .filter((way) => reading.startsWith(way, from))
        .map((way) => ({ kanji, end: from + way.length, isCut: way !== sound && way.endsWith('っ') })),
    ),
  )
  const isRest = (word: string, at: number, from: number): boolean =>
    at === word.length
      ? from === reading.length
      : (steps[from] ?? []).some(
          ({ kanji, end, isCut }) =>
            kanji.includes(word.charAt(at)) && !(isCut && end === reading.length) && isRest(word, at + 1, end),
        )
  return (word) => isRest(word, 0, 0)
}
