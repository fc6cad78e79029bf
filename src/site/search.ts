import { indexOf, type SearchIndex } from '../search/index-of.ts'
import { makeShards } from '../search/shards.ts'
import { WHOLE } from '../search/whole.ts'
import { catalogue, words } from './catalogue.ts'

const { index: whole, rest } = indexOf(catalogue.projects, catalogue.municipalities, words, catalogue.tags)
const { sharded, files } =
  whole.entries.length > WHOLE
    ? makeShards(
        whole.entries,
        whole.places.map(({ code }) => code),
        whole.words,
        rest,
        whole.tags,
      )
    : { sharded: null, files: new Map<string, Uint8Array<ArrayBuffer>>() }

/** What the search page fetches first. */
export const searchIndex: SearchIndex = sharded === null ? whole : { ...whole, entries: [], sharded }

/** What it fetches for a query, where the programmes are many. */
export const searchFiles = files

/** What it fetches besides for all but the plainest queries. */
export const searchWords = rest
