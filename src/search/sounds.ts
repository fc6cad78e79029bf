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

/** How a sound may be read at a place of a word. */
function waysOf(sound: string, isFirst: boolean, isLast: boolean): string[] {
  const heads = isFirst ? [] : (HALF_VOICED[sound.charAt(0)] ?? [])
  const ways = [sound, ...[...heads].map((head) => head + sound.slice(1))]
  return isLast || !CUT.test(sound) ? ways : [...ways, ...ways.map((way) => way.replace(CUT, 'っ'))]
}

/** Makes the test for words that may be read so; a word is in kanji, and the reading in hiragana. */
export function readAs(reading: string): (word: string) => boolean {
  return (word) => {
    const isRest = (at: number, from: number): boolean =>
      at === word.length
        ? from === reading.length
        : all.some(
            ([sound, kanji]) =>
              kanji.includes(word.charAt(at)) &&
              waysOf(sound, at === 0, at === word.length - 1).some(
                (way) => reading.startsWith(way, from) && isRest(at + 1, from + way.length),
              ),
          )
    return isRest(0, 0)
  }
}
