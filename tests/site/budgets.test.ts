import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SITE } from '../support/build-site.ts'

/** What a page may weigh at most: bytes as brotli sends them, and requests, its own among them. */
interface Budget {
  html: number
  css: number
  js: number
  requests: number
}

// A little above what the heaviest page of the kind weighs. Who needs more raises the number, and says why.
const usual = (html: number): Budget => ({ html, css: 6_900, js: 2_400, requests: 6 })
const BUDGETS: Record<string, Budget> = {
  '': usual(3_500),
  '404.html': usual(1_600),
  about: usual(4_000),
  // With what turns the key / off.
  'about/accessibility': { ...usual(2_900), js: 2_550 },
  'about/components': usual(4_800),
  'about/tags': usual(2_800),
  categories: usual(2_400),
  'categories/…': usual(10_100),
  data: usual(4_200),
  'data/audit': usual(3_800),
  'data/dictionary': usual(5_200),
  'data/standards': usual(3_200),
  'embed/…': { html: 1_500, css: 4_900, js: 0, requests: 3 },
  en: usual(3_100),
  'for/employers': usual(7_400),
  'for/workers': usual(2_700),
  glossary: usual(4_900),
  handout: { ...usual(1_900), js: 3_650 },
  // With a stylesheet of its own: where the parts of the map lie, and no key to shades where colours are forced.
  municipalities: { ...usual(5_300), css: 7_050 },
  'municipalities/…': usual(5_200),
  'municipalities/…/…': usual(3_600),
  projects: usual(10_500),
  'projects/…': usual(6_200),
  // What was asked for is marked, whatever it is; what a phone does not show yet is marked a frame later.
  search: { ...usual(12_300), js: 17_700, requests: 7 },
  tags: usual(3_100),
  'tags/…': usual(8_700),
  totals: usual(8_200),
}

/** The kind of page that a file is: by its folder, and one kind for all that are made by one template. */
const kindOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .replace(/\/?index\.html$/, '')
    .replace(/^(projects|embed|categories|tags|municipalities)\/[^/]+/, '$1/…')
    .replace(/^(municipalities\/…)\/[^/]+/, '$1/…')

const sizes = new Map<string, number>()
/** The bytes of a file as it is sent. */
function sizeOf(path: string): number {
  const size = sizes.get(path) ?? brotliCompressSync(readFileSync(join(SITE, path))).length
  sizes.set(path, size)
  return size
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** A script and all that it imports before it runs. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const code = readFileSync(join(SITE, path), 'utf8')
  for (const target of all(code, /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
    withImports(join(dirname(path), target), seen)
  return seen
}

/** What a page weighs. */
function weigh(file: string): Budget {
  const html = readFileSync(join(SITE, file), 'utf8')
  const styles = new Set(all(html, /<link rel="stylesheet" href="([^"]+)"/g))
  const scripts = new Set(all(html, /<script[^>]* src="([^"]+)"/g).flatMap((path) => [...withImports(path)]))
  const images = new Set(all(html, /<img[^>]* src="([^"]+)"/g))
  const sum = (paths: Set<string>): number => [...paths].reduce((total, path) => total + sizeOf(path), 0)
  return {
    html: sizeOf(file),
    css: sum(styles),
    js: sum(scripts),
    requests: 1 + styles.size + scripts.size + images.size,
  }
}

const WORDS = { html: 'HTML', css: 'CSS', js: 'JavaScript', requests: '通信の数' } as const

/** Where a page is over its budget: the page, what has grown, and from what to what. */
const growthOf = (file: string, weight: Budget, budget: Budget): string[] =>
  (['html', 'css', 'js', 'requests'] as const).flatMap((what) =>
    weight[what] > budget[what]
      ? [
          `${file}: ${WORDS[what]} ${weight[what]}（${budget[what]}まで${what === 'requests' ? '' : '、brotliのバイト'}）`,
        ]
      : [],
  )

const pages = Map.groupBy(globSync('**/*.html', { cwd: SITE }).sort(), kindOf)

test('all script of the search page and the words that a plain query needs are less than 20 KB', () => {
  const { words } = JSON.parse(readFileSync(join(SITE, 'search/index.json'), 'utf8')) as { words: string }
  expect(weigh('search/index.html').js + brotliCompressSync(words).length).toBeLessThan(20_000)
})

describe('the weight of pages', () => {
  test('has a budget for each kind of page, and for no other', () => {
    expect([...pages.keys()].sort()).toEqual(Object.keys(BUDGETS).sort())
  })
  test.each(Object.entries(BUDGETS))('「%s」 is within its budget', (kind, budget) => {
    const over = (pages.get(kind) ?? []).flatMap((file) => growthOf(file, weigh(file), budget))
    expect(over, over.join('\n')).toEqual([])
  })
  test('is told with the page and with what has grown', () => {
    const budget = { html: 10, css: 10, js: 0, requests: 1 }
    expect(growthOf('a/index.html', { html: 11, css: 10, js: 5, requests: 2 }, budget)).toEqual([
      'a/index.html: HTML 11（10まで、brotliのバイト）',
      'a/index.html: JavaScript 5（0まで、brotliのバイト）',
      'a/index.html: 通信の数 2（1まで）',
    ])
    expect(growthOf('a/index.html', budget, budget)).toEqual([])
  })
  test('counts what a page asks for', () => {
    const home = weigh('index.html')
    expect(home.css).toBeGreaterThan(0)
    expect(home.js).toBeGreaterThan(0)
    expect(home.requests).toBeGreaterThan(3)
  })
})
