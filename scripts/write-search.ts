import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import type { WordGroup } from '../src/search/words/lexicon.ts'
import { searchFilesOf } from '../src/site/search.ts'

/** Writes what the search fetches into its folder. */
export function writeSearch(folder: string, catalogue: Catalogue, words: readonly WordGroup[]): void {
  for (const [name, body] of searchFilesOf(catalogue, words)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, body)
  }
}
