import { vocabularyOf } from '../mending/vocabulary.ts'
import type { SearchEntry } from '../programmes/entry.ts'
import { allGroups, makeWholeLexicon } from '../words/join-words.ts'

/**
 * The files of words that the search fetches besides its index, by their names: the rest of the lexicon, and the words
 * of the programmes' texts, a line each.
 * @param first the first words of the lexicon, packed; and the rest (see words-to-send.ts)
 */
export function wordFiles(
  entries: readonly SearchEntry[],
  first: string,
  rest: string,
): Map<string, Uint8Array<ArrayBuffer>> {
  const vocabulary = vocabularyOf(entries, makeWholeLexicon(allGroups(first, rest)))
  return new Map([
    ['words.txt', textFile(rest)],
    ['vocabulary.txt', textFile(vocabulary.join('\n'))],
  ])
}

/**
 * A text as a file. In UTF-16 Japanese takes two bytes a character, not three, and packs smaller; the mark before it
 * tells who opens the file.
 */
const textFile = (text: string): Uint8Array<ArrayBuffer> => Buffer.from(`\ufeff${text}`, 'utf16le')
