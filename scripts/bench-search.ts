import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../tests/support/chromium.ts'
import { makeSite } from './bench-site.ts'
import { generateEntries } from './generate-entries.ts'
import { judgedQueries } from './judged-queries.ts'
import { readIndex } from './search-catalogue.ts'
import { siteFolder } from './site-folder.ts'
import { listen, staticServer } from './static-server.ts'

const SIZES = [34, 3400, 34_000]
/** A cheap phone beside this machine. */
const SLOWER = 4
const ALL = judgedQueries().map(({ query }) => query)
/** Those whose time is measured; the bytes of all are counted. */
const QUERIES = ALL.filter((_, index) => index % 3 === 0)

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN
const round = (value: number): number => Math.round(value * 10) / 10

declare global {
  interface Window {
    painted: () => Promise<void>
  }
}

/** Puts into the page what waits for the frame that is painted next. */
const waitForPaint = (): void => {
  window.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          resolve()
        }
        channel.port2.postMessage(null)
      })
    })
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  // The policy of the site forbids what plain Fuse.js is put into the page with.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    bypassCSP: true,
  })
  await context.addInitScript(waitForPaint)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(`${address}/search/?q=${encodeURIComponent(QUERIES[0] ?? '')}`)
  await page.locator('#results[data-query]').waitFor()
  return page
}

/** Milliseconds from a keystroke. */
interface Times {
  /** To the results in the page, laid out. */
  work: number
  /** To the painted frame, which waits for the screen. */
  painted: number
  /** To the painted frame behind it, which holds what is marked later. */
  whole: number
}

/** How long the keystroke takes that ends a query. */
const type = (page: Page, query: string): Promise<Times> =>
  page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('#q')
    const say = (value: string): Promise<Times> =>
      new Promise((resolve) => {
        const start = performance.now()
        const mark = performance.mark.bind(performance)
        // The page marks the moment when its results stand in the document.
        performance.mark = (...given) => {
          performance.mark = mark
          const work = document.body.offsetHeight > 0 ? performance.now() - start : NaN
          void window.painted().then(async () => {
            const painted = performance.now() - start
            await window.painted()
            resolve({ work, painted, whole: performance.now() - start })
          })
          return mark(...given)
        }
        if (input !== null) input.value = value
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      })
    const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 80))
    await say(text.slice(0, -1))
    await pause()
    const time = await say(text)
    await pause()
    return time
  }, query)

/** Milliseconds from a change of one character of the page to the painted frame: what any answer takes at the least. */
const paintOneCharacter = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 80))
    const start = performance.now()
    document.querySelector('#result-count')?.append('.')
    await window.painted()
    return performance.now() - start
  })

/** Milliseconds that plain Fuse.js takes for the same queries on the same programmes, in the same page. */
const plainFuse = (page: Page, entries: unknown, queries: readonly string[]): Promise<number[]> =>
  page.evaluate(
    ([code, list, texts]) => {
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      type Plain = new (list: unknown, options: object) => { search: (text: string) => unknown }
      return (import(/* @vite-ignore */ url) as Promise<{ default: Plain }>).then(({ default: Fuse }) => {
        const fuse = new Fuse(list, { keys: ['name', 'theme', 'categoryLabel', 'summary', 'department', 'phone'] })
        return (texts as string[]).map((text) => {
          const start = performance.now()
          fuse.search(text)
          return performance.now() - start
        })
      })
    },
    [readFileSync('node_modules/fuse.js/dist/fuse.min.mjs', 'utf8'), entries, queries] as const,
  )

if (!existsSync(join(siteFolder(), 'search', 'index.html'))) throw new Error('先に npm run build を実行してください。')
const index = await readIndex()
const browser = await launchChromium()
const latency: object[] = []
const traffic: object[] = []
for (const size of SIZES) {
  const started = performance.now()
  const folder = await makeSite(index, size)
  const built = performance.now() - started
  const server = staticServer(folder)
  const address = await listen(server, 0)

  const page = await openPage(browser, address)
  const first = await page.evaluate(() => {
    const ready = performance.getEntriesByName('search-ready')[0]
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const needed = fetched.filter(({ name }) => /\.(?:js|json|bin|txt)$/.test(name))
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const read = opened?.domInteractive ?? NaN
    return (ready?.startTime ?? NaN) - Math.max(read, ...needed.map(({ responseEnd }) => responseEnd))
  })
  const cold: number[] = []
  for (const query of QUERIES) cold.push((await type(page, query)).work)
  const times: Times[] = []
  for (const query of QUERIES) times.push(await type(page, query))
  const least: number[] = []
  while (least.length < QUERIES.length) least.push(await paintOneCharacter(page))
  const few = size > 1000 ? QUERIES.filter((_, at) => at % (size > 10_000 ? 15 : 4) === 0) : QUERIES
  const fuse = await plainFuse(page, generateEntries(index.entries, index.places, size), few)
  await page.context().close()
  const time = (name: keyof Times, part: number): number =>
    round(
      quantile(
        times.map((each) => each[name]),
        part,
      ),
    )
  latency.push({
    事業: size,
    '初めての語 p95': round(quantile(cold, 0.95)),
    '結果まで p50': time('work', 0.5),
    '結果まで p95': time('work', 0.95),
    '描画まで p50': time('painted', 0.5),
    '描画まで p95': time('painted', 0.95),
    '終わりまで p95': time('whole', 0.95),
    '一字だけの描画 p95': round(quantile(least, 0.95)),
    すべて届いてから最初の表示: round(first),
    'Fuseのみ p50': round(quantile(fuse, 0.5)),
    'Fuseのみ p95': round(quantile(fuse, 0.95)),
    索引を作る: Math.round(built),
  })

  const bytes: number[] = []
  const asked: number[] = []
  let start = 0
  for (const query of ALL) {
    const context = await browser.newContext()
    const cold = await context.newPage()
    const names = new Set<string>()
    cold.on('request', (request) => names.add(new URL(request.url()).pathname))
    await cold.goto(`${address}/search/?q=${encodeURIComponent(query)}`)
    await cold.locator('#results[data-query]').waitFor({ timeout: 60_000 })
    const sizes = [...names]
      .filter((name) => name.startsWith('/search/') && /\.(json|bin|txt)$/.test(name))
      .map((name) => [name, brotliCompressSync(readFileSync(join(folder, name))).length] as const)
    start = sizes.find(([name]) => name === '/search/index.json')?.[1] ?? 0
    bytes.push(sizes.reduce((sum, [, length]) => sum + length, 0))
    asked.push(sizes.length)
    await context.close()
  }
  traffic.push({
    事業: size,
    '最初の問いで動く p50 KB': round(quantile(bytes, 0.5) / 1000),
    'p95 KB': round(quantile(bytes, 0.95) / 1000),
    'うち始め（語彙と区市町村）KB': round(start / 1000),
    'ファイル p50': quantile(asked, 0.5),
    'ファイル p95': quantile(asked, 0.95),
  })
  server.close()
  await rm(folder, { recursive: true })
}
await browser.close()

console.log(
  `キー入力から、結果が文書に並ぶまでと、先頭の描画までと、一覧の終わりの描画まで、ミリ秒（${SLOWER}倍遅い機器、${QUERIES.length}の問い。データは届いている）`,
)
console.table(latency)
console.log('空の状態から最初の問いまでに動くデータ（brotli、スクリプトを除く）')
console.table(traffic)
