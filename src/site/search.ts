import type { Catalogue } from '../catalogue/catalogue.ts'
import { entryOf, indexOf } from '../search/index/index-of.ts'
import { makeShards } from '../search/index/shards.ts'
import { WHOLE } from '../search/index/whole.ts'
import { wordFiles } from '../search/index/word-files.ts'
import type { WordGroup } from '../search/words/lexicon.ts'

/**
 * The files that the search fetches, by their names: the index first; the rest of the words for all but the plainest
 * queries; the words of the programmes' texts for a misspelt one; where the programmes are many, others as a query needs
 * them.
 */
export function searchFilesOf(catalogue: Catalogue, words: readonly WordGroup[]): Map<string, string | Uint8Array> {
  const { index: whole, rest } = indexOf(
    catalogue.projects.map(entryOf),
    catalogue.municipalities,
    words,
    catalogue.tags,
  )
  const { sharded, files } =
    whole.entries.length > WHOLE
      ? makeShards(
          whole.entries,
          whole.places.map(({ code }) => code),
          whole.words,
          rest,
          whole.tags,
        )
      : { sharded: null, files: new Map<string, Uint8Array>() }
  return new Map<string, string | Uint8Array>([
    ['index.json', JSON.stringify(sharded === null ? whole : { ...whole, entries: [], sharded })],
    ...wordFiles(whole.entries, whole.words, rest),
    ...[...files].map(([name, bytes]): [string, Uint8Array] => [`data/${name}`, bytes]),
  ])
}
