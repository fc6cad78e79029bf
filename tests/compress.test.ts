import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { compressSite } from '../scripts/compress.ts'
import { hashOf } from './support/hash.ts'

const folder = mkdtempSync(join(tmpdir(), 'compress-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const text = '計画書に載った事業。\n'.repeat(200)
mkdirSync(join(folder, 'data'))
for (const name of ['index.html', 'data/a.sjis.csv', 'data/a.ndjson']) writeFileSync(join(folder, name), text)
writeFileSync(join(folder, 'small.html'), '<p>短い')
writeFileSync(join(folder, 'picture.png'), text)

test('each text has a compressed file of each form, with its bytes; small files and pictures have none', async () => {
  expect(await compressSite(folder)).toMatchObject({ files: 4 })
  expect(Object.keys(hashOf(folder))).toEqual([
    'data/a.ndjson',
    'data/a.ndjson.br',
    'data/a.ndjson.gz',
    'data/a.sjis.csv',
    'data/a.sjis.csv.br',
    'data/a.sjis.csv.gz',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
    'small.html',
  ])
  const read = (name: string): Buffer => readFileSync(join(folder, name))
  expect(gunzipSync(read('index.html.gz')).toString()).toBe(text)
  expect(brotliDecompressSync(read('index.html.br')).toString()).toBe(text)
  expect(read('index.html.gz').length).toBeLessThan(text.length / 10)
})

test('the same text gives the same bytes, and names neither time nor system', async () => {
  const before = hashOf(folder)
  await compressSite(folder)
  expect(hashOf(folder)).toEqual(before)
  expect([...readFileSync(join(folder, 'index.html.gz')).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255])
})

test('what was compressed before goes where it no longer fits', async () => {
  writeFileSync(join(folder, 'index.html'), '<p>短い')
  await compressSite(folder)
  expect(existsSync(join(folder, 'index.html.gz'))).toBe(false)
  expect(existsSync(join(folder, 'index.html.br'))).toBe(false)
})

test('without a site it says what to do, and ends with 1', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/compress.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_OUT: join(folder, 'none') },
  })
  expect(stderr).toContain('先に npm run build でサイトを作ってください。')
  expect(status).toBe(1)
})
