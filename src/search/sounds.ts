import sounds from './kanji-sounds.json' with { type: 'json' }

/**
 * For each character of a word those that an input method takes for it: itself, and the kanji that are read like it.
 * Each line of the table is one sound: the kanji of daily use (kJoyoKanji) with that reading (kJapaneseOn), from the
 * Unihan database of Unicode 15.0.
 */
export const heardAs = (word: string): string[] =>
  [...word].map((own) => own + sounds.filter((kanji) => kanji.includes(own)).join(''))
