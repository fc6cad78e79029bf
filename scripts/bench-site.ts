import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SearchIndex } from '../src/search/index/index-of.ts'
import { makeShards } from '../src/search/index/shards.ts'
import { WHOLE } from '../src/search/index/whole.ts'
import { wordFiles } from '../src/search/index/word-files.ts'
import { generateEntries } from './generate-entries.ts'
import { siteFolder } from './site-folder.ts'

/** The built site's search page, with so many programmes. */
export async function makeSite(index: SearchIndex & { rest: string }, size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'))
  await cp(join(siteFolder(), 'assets'), join(folder, 'assets'), { recursive: true })
  await cp(join(siteFolder(), 'search', 'index.html'), join(folder, 'search', 'index.html'))
  const entries = generateEntries(index.entries, index.places, size)
  const codes = index.places.map(({ code }) => code)
  const { sharded, files } =
    size > WHOLE
      ? makeShards(entries, codes, index.words, index.rest, index.tags)
      : { sharded: null, files: new Map<string, Uint8Array>() }
  const { rest, ...first } = index
  await writeFile(
    join(folder, 'search', 'index.json'),
    JSON.stringify({ ...first, sharded, entries: sharded === null ? entries : [] }),
  )
  for (const [name, bytes] of wordFiles(entries, index.words, rest))
    await writeFile(join(folder, 'search', name), bytes)
  for (const [name, bytes] of files) {
    const path = join(folder, 'search', 'data', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  return folder
}
