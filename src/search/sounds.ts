import sounds from './kanji-sounds.json' with { type: 'json' }

// Each sound, with the kanji of daily use that are often read so. From the Unihan database of Unicode 15.0 (kJapaneseOn
// of those with kJoyoKanji; © Unicode, Inc., Unicode License); a reading that stands in less than 12 % of the kanji's
// nouns of two kanji in the IPA dictionary is left out, since nobody types it.
const lines = Object.entries(sounds)

/** For each character of a word those that an input method takes for it: itself, and the kanji that are read like it. */
export const heardAs = (word: string): string[] =>
  [...word].map((own) => own + lines.flatMap(([, kanji]) => (kanji.includes(own) ? kanji : [])).join(''))

/** 発表 is はっぴょう: before another kanji a sound is cut short, and behind one は is ぱ. */
const CUT = /(?<=.)[つくちき]$/
const HALF_VOICED: Record<string, string> = { は: 'ぱ', ひ: 'ぴ', ふ: 'ぷ', へ: 'ぺ', ほ: 'ぽ' }

/** Makes the test for words that may be read so; a word is in kanji, and the reading in hiragana. */
export function readAs(reading: string): (word: string) => boolean {
  const isRest = (word: string, from: number): boolean => {
    if (word === '') return from === reading.length
    return lines.some(([sound, kanji]) => {
      if (!kanji.includes(word.charAt(0))) return false
      const first = sound.charAt(0)
      const ways = [sound, sound.replace(CUT, 'っ'), (HALF_VOICED[first] ?? first) + sound.slice(1)]
      return ways.some((way) => reading.startsWith(way, from) && isRest(word.slice(1), from + way.length))
    })
  }
  return (word) => isRest(word, 0)
}
