import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addSheet } from '../scripts/add-sheet.ts'
import { checkLinks } from '../scripts/check-links.ts'
import { listen } from '../scripts/static-server.ts'
import { readLinks, writeLinks } from '../src/register/links.ts'
import { row, sheet } from './support/sheet-text.ts'
import { TEST_DATA } from './support/test-data.ts'

const log: string[] = []
const times: number[] = []
const agents = new Set<string | undefined>()
let busy = 0
let busiest = 0
let hiccups = 0

/** A host of pages that are there, moved, gone, broken, slow, or never come. */
const server = createServer((request, response) => {
  const path = request.url ?? ''
  times.push(performance.now())
  log.push(`${request.method ?? ''} ${path}`)
  agents.add(request.headers['user-agent'])
  busy += 1
  busiest = Math.max(busiest, busy)
  response.on('close', () => (busy -= 1))
  const answer = (status: number, location?: string): unknown =>
    response.writeHead(status, location === undefined ? {} : { location }).end('x'.repeat(100_000))
  const answers: Record<string, () => unknown> = {
    '/ok': () => answer(200),
    '/moved': () => answer(301, '/ok'),
    '/moved-twice': () => answer(308, '/moved'),
    '/for-now': () => answer(302, '/ok'),
    '/moved-then-for-now': () => answer(301, '/for-now'),
    '/slash': () => answer(301, '/slash/'),
    '/slash/': () => answer(200),
    '/moved-away': () => answer(301, '/gone'),
    '/loop': () => answer(301, '/loop'),
    '/nowhere-to': () => answer(302),
    '/file': () => answer(301, 'file:///etc/passwd'),
    '/gone': () => answer(404),
    '/gone-for-good': () => answer(410),
    '/denied': () => answer(403),
    '/fault': () => answer(500),
    '/hiccup': () => answer((hiccups += 1) > 2 ? 200 : 503),
    '/no-heads': () => answer(request.method === 'HEAD' ? 405 : 200),
    '/heads-gone': () => answer(request.method === 'HEAD' ? 404 : 200),
    '/slow': () => setTimeout(150).then(() => answer(200)),
    '/cut': () => request.socket.destroy(),
    '/never': () => undefined,
  }
  answers[path]?.()
})
let host = ''
beforeAll(async () => {
  host = (await listen(server, 0)).replace('localhost', '127.0.0.1')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  log.length = 0
  agents.clear()
  busiest = 0
})

const OPTIONS = { today: '2026-11-22', userAgent: 'link-check (+https://example.lg.jp/)', timeout: 1000, pause: 0 }
const check = async (path: string) => {
  const [found] = await checkLinks([host + path], OPTIONS)
  return `${found?.result ?? ''} ${found?.status ?? '-'} ${found?.movedTo?.replace(host, '') ?? ''}`.trim()
}

describe('a page that', () => {
  test.each([
    ['is there', '/ok', 'ok 200'],
    ['has moved', '/moved', 'moved 200 /ok'],
    ['has moved twice', '/moved-twice', 'moved 200 /ok'],
    ['is elsewhere for now', '/for-now', 'ok 200'],
    ['has moved, and is elsewhere for now', '/moved-then-for-now', 'moved 200 /for-now'],
    ['only has a slash more', '/slash', 'ok 200'],
    ['has moved to where it is not', '/moved-away', 'missing 404'],
    ['is sent around for ever', '/loop', 'redirects 301'],
    ['is sent on to nowhere', '/nowhere-to', 'redirects 302'],
    ['is sent on to what is no page', '/file', 'redirects 301'],
    ['is gone', '/gone', 'missing 404'],
    ['is gone for good', '/gone-for-good', 'missing 410'],
    ['is denied', '/denied', 'refused 403'],
    ['is broken', '/fault', 'fault 500'],
    ['was broken for a moment', '/hiccup', 'ok 200'],
    ['gives no heads', '/no-heads', 'ok 200'],
    ['lies about its heads', '/heads-gone', 'ok 200'],
    ['is slow', '/slow', 'ok 200'],
    ['breaks off', '/cut', 'unreachable -'],
    ['never comes', '/never', 'timeout -'],
  ])('%s', async (_, path, expected) => {
    expect(await check(path)).toBe(expected)
  })
  test('is at no host that there is', async () => {
    const [found] = await checkLinks(['http://nowhere.invalid/'], OPTIONS)
    expect(found).toMatchObject({ result: 'unreachable', status: null, checked: '2026-11-22' })
  })
})

describe('asking', () => {
  test('takes heads alone where they are given, and five redirects at most', async () => {
    await check('/ok')
    expect(log).toEqual(['HEAD /ok'])
    await check('/loop')
    expect(log.slice(1)).toEqual(Array(6).fill('HEAD /loop'))
  })
  test('is polite: one thing at a time of one host, with a pause, each address once, and it says who asks', async () => {
    times.length = 0
    const urls = ['/ok', '/slow', '/moved', '/gone', '/ok'].map((path) => host + path)
    const found = await checkLinks(urls, { ...OPTIONS, pause: 50 })
    expect(found.map(({ url }) => url)).toEqual(urls.slice(0, 4))
    expect(busiest).toBe(1)
    // Timers may be a little early.
    for (const [at, time] of times.entries()) if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThan(45)
    expect([...agents]).toEqual(['link-check (+https://example.lg.jp/)'])
  })
})

describe('links.csv', () => {
  const HEAD = 'url,checked,result,status,movedTo\n'
  test('is read as it was written, in the order of its addresses', async () => {
    const checks = await checkLinks([`${host}/moved`, `${host}/gone`, `${host}/never`], OPTIONS)
    const text = writeLinks(checks)
    const { links, issues } = readLinks(text, 'l.csv')
    expect(issues).toEqual([])
    expect([...links.keys()]).toEqual(checks.map(({ url }) => url).sort())
    expect(links.get(`${host}/moved`)).toEqual(checks[0])
    expect(writeLinks([...links.values()].reverse())).toBe(text)
    expect(readLinks(HEAD, 'l.csv')).toEqual({ links: new Map(), issues: [] })
  })
  test('faults are reported all at once, with their lines', () => {
    const rows = [
      'ftp://example.jp/,2026-11-22,ok,200,',
      'https://example.jp/a,きのう,good,0200,/b',
      'https://example.jp/b,2026-11-22,ok,404,',
      'https://example.jp/c,2026-11-22,timeout,200,',
      'https://example.jp/d,2026-11-22,moved,200,',
      'https://example.jp/e,2026-11-22,missing,404,https://example.jp/f',
      'https://example.jp/f,2026-11-22,moved,200,javascript:alert(1)',
      'https://example.jp/g,2026-11-22,missing,410,',
      'https://example.jp/g,2026-11-22,ok,200,',
    ]
    expect(
      readLinks(HEAD + rows.join('\n'), 'l.csv').issues.map(({ line, found }) => `${line ?? ''} ${found}`),
    ).toEqual([
      '2 url の列に「ftp://example.jp/」',
      '3 checked の列に「きのう」',
      '3 result の列に「good」',
      '3 status の列に「0200」',
      '3 movedTo の列に「/b」',
      '4 status の列に「404」',
      '5 status の列に「200」',
      '6 movedTo の列に「」',
      '7 movedTo の列に「https://example.jp/f」',
      '8 movedTo の列に「javascript:alert(1)」',
      '10 「https://example.jp/g」が2度ある',
    ])
  })
})

describe('npm run links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  /** A data folder whose one sheet names these pages. */
  async function dataOf(name: string, urls: string[]): Promise<string> {
    const data = join(folder, name)
    cpSync(TEST_DATA, data, { recursive: true })
    rmSync(join(data, 'sheets/2021.txt'))
    writeFileSync(join(data, 'sheets.csv'), 'fiscalYear,title,file,source,obtained,sha256\n')
    writeFileSync(join(data, 'corrections.csv'), 'id,field,printed,corrected,reason,evidence,date\n')
    const text = sheet(urls.map((url, index) => row({ number: index + 1, url: [url] })))
    writeFileSync(join(folder, `${name}.txt`), text)
    const added = await addSheet(join(folder, `${name}.txt`), {
      folder: data,
      source: '作り物',
      obtained: '2026-11-22',
      revise: false,
    })
    expect(added.issues.filter(({ level }) => level === 'error')).toEqual([])
    return data
  }
  async function links(data: string, ...args: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, ['scripts/links.ts', ...args], {
      env: { ...process.env, CATALOGUE_DATA: data },
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()))
    child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()))
    const [status] = (await once(child, 'close')) as unknown[]
    return { status, ...said }
  }

  test('writes what it found, the day, and says it; what is no longer in the catalogue goes', async () => {
    const data = await dataOf('found', [`${host}/ok`, `${host}/moved`, `${host}/gone`])
    const file = join(data, 'links.csv')
    writeFileSync(
      file,
      writeLinks([{ url: 'https://example.jp/', checked: '2025-01-01', result: 'ok', status: 200, movedTo: null }]),
    )
    const { status, stdout, stderr } = await links(data, '--pause', '0', '--timeout', '1')
    expect(stderr).toBe('')
    expect(stdout).toContain('3件を確かめ、')
    expect(stdout).toContain('移ったか、確認できなかったもの: 2件')
    expect(stdout).toMatch(/\/gone\n {2}\d{4}年\d+月に確認できませんでした（ページがない、という答えでした）。/)
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })
    expect(readFileSync(file, 'utf8').trim().split('\n')).toEqual([
      'url,checked,result,status,movedTo',
      `${host}/gone,${today},missing,404,`,
      `${host}/moved,${today},moved,200,${host}/ok`,
      `${host}/ok,${today},ok,200,`,
    ])
    expect(status).toBe(0)
    expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect([...agents].join()).toMatch(/^link-check \(\+http/)
  })
  test('without a network writes nothing, and says so', async () => {
    const data = await dataOf('offline', [`${host}/cut`])
    const file = join(data, 'links.csv')
    const before = writeLinks([{ url: `${host}/cut`, checked: '2025-01-01', result: 'ok', status: 200, movedTo: null }])
    writeFileSync(file, before)
    const { status, stderr } = await links(data, '--pause', '0', '--timeout', '1')
    expect(stderr).toContain('どのアドレスからも答えがありませんでした。')
    expect(status).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
  test('with a fault in the data, or an option that is none, asks nothing', async () => {
    const data = await dataOf('faulty', [`${host}/ok`])
    log.length = 0
    const [soon, fast] = [await links(data, '--timeout', 'soon'), await links(data, '--fast')]
    expect([soon.status, fast.status]).toEqual([2, 2])
    expect(soon.stderr).toContain('--timeout 秒')
    writeFileSync(join(data, 'site.csv'), 'x')
    const { status, stderr } = await links(data)
    expect(stderr).toContain('site.csv:1: 誤り [table]')
    expect(status).toBe(1)
    expect(log).toEqual([])
  })
  test('killed in the middle leaves the file as it was', async () => {
    const data = await dataOf('killed', [`${host}/ok`, `${host}/never`])
    const before = readFileSync(join(data, 'links.csv'), 'utf8')
    const child = spawn(process.execPath, ['scripts/links.ts', '--pause', '0'], {
      env: { ...process.env, CATALOGUE_DATA: data },
    })
    await expect.poll(() => log.includes('HEAD /never'), { timeout: 15_000 }).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(readFileSync(join(data, 'links.csv'), 'utf8')).toBe(before)
  })
})
