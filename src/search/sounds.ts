import sounds from './kanji-sounds.json' with { type: 'json' }

/**
 * For each character of a word those that an input method takes for it: itself, and the kanji that are read like it.
 * Each line of the table is one sound, with the kanji of daily use that are often read so. From the Unihan database of
 * Unicode 15.0 (kJapaneseOn of those with kJoyoKanji; © Unicode, Inc., Unicode License); a reading that stands in less than
 * 12 % of the kanji's nouns of two kanji in the IPA dictionary is left out, since nobody types it.
 */
export const heardAs = (word: string): string[] =>
  [...word].map((own) => own + sounds.filter((kanji) => kanji.includes(own)).join(''))
