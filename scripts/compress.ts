import { glob, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { siteFolder } from './site-folder.ts'
import { writeFileWhole } from './write-file.ts'

/** Below this a file fits into one packet of the network, compressed or not. */
const SMALLEST = 1_000
const TEXTS = '**/*.{html,css,js,json,jsonld,ndjson,csv,txt,md,xml,atom,svg,webmanifest}'

const FORMS: Record<string, (bytes: Uint8Array) => Buffer> = {
  // Node writes no time into what it zips. The tenth byte names the kind of system; 255 stands for none, so that the
  // same text gives the same file everywhere.
  gz: (bytes) => Buffer.from(gzipSync(bytes, { level: 9 }).fill(255, 9, 10)),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
}

/**
 * Writes a compressed file of each form beside every text of a built site, where it is smaller; one left from an older
 * build, which no longer is, is removed.
 * @returns how many texts there are, and their bytes as they are and in each form (plain where there is none)
 */
export async function compressSite(folder: string): Promise<{ files: number; plain: number; gz: number; br: number }> {
  const sum = { files: 0, plain: 0, gz: 0, br: 0 }
  for await (const name of glob(TEXTS, { cwd: folder })) {
    const path = join(folder, name)
    const bytes = await readFile(path)
    sum.files += 1
    sum.plain += bytes.length
    for (const form of ['gz', 'br'] as const) {
      const small = bytes.length < SMALLEST ? bytes : (FORMS[form]?.(bytes) ?? bytes)
      const pays = small.length < bytes.length
      if (pays) await writeFileWhole(`${path}.${form}`, small)
      else await rm(`${path}.${form}`, { force: true })
      sum[form] += small.length
    }
  }
  return sum
}

if (import.meta.main) {
  const { files, plain, gz, br } = await compressSite(siteFolder())
  const size = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
  if (files === 0) {
    console.error(`${siteFolder()}/ に圧縮するファイルがありません。先に npm run build でサイトを作ってください。`)
    process.exitCode = 1
  } else {
    console.log(`${files}個のファイルを圧縮しました: ${size(plain)} → gzip ${size(gz)}、Brotli ${size(br)}`)
  }
}
