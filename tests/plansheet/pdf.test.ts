import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { loadPdf } from '../../scripts/load-pdf.ts'
import { readSheet, type ReadSheet } from '../../src/plansheet/index.ts'
import { emptySheet } from '../../src/plansheet/cells.ts'
import { drawPage } from '../../src/plansheet/pdf/draw.ts'
import { readPdf } from '../../src/plansheet/pdf/index.ts'
import { joinPrinted, type PdfPiece } from '../../src/plansheet/pdf/join.ts'
import type { Glyph, PdfPage, Rule } from '../../src/plansheet/pdf/page.ts'
import { findTables } from '../../src/plansheet/pdf/tables.ts'
import type { Line } from '../../src/plansheet/pdf/rules.ts'
import { withoutLookalikes } from '../../src/plansheet/pdf/lookalikes.ts'
import { launchChromium } from '../support/chromium.ts'
import {
  latinPage,
  lockedPage,
  pageWithoutFont,
  pageWithoutMap,
  scannedPage,
  secondPage,
  twoPages,
} from '../support/pdf-files.ts'
import { errors, readBytes, readPath, records } from '../support/read-file.ts'
import { register } from '../support/register.ts'
import { realMerges, sheetCells, sheetHtml, type Merged, type Print } from '../support/sheet-files.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
})

/** A page as the browser prints it. */
async function print(html: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setContent(html)
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  return bytes
}
const printed = async (html: string): Promise<ReadSheet> => readBytes('sheet.pdf', await print(html))

const mergesOf = (name: string): Merged[] => (name === 'real-2021' ? realMerges() : [])
const expected = (name: string) => records(readSheet(sheetCells(name, mergesOf(name)), 'sheet.txt', register))
const html = (name: string, layout: Print = {}): string =>
  sheetHtml(sheetCells(name, mergesOf(name)), mergesOf(name), layout)

const WIDE: Print = { size: 'A3 landscape' }
const PRINTS: [string, Print][] = [
  ['on A3, each row whole', WIDE],
  ['on A4 lying, with its heading on each page', { size: 'A4 landscape', font: '6px', isRepeated: true }],
  [
    'on A4 upright, its rows parted by page breaks',
    { size: 'A4 portrait', font: '5px', mayBreak: true, align: 'top', hasLinks: true },
  ],
  [
    'with the heading on each page and rows parted by page breaks',
    { size: 'A4 landscape', font: '7px', mayBreak: true, isRepeated: true, align: 'middle' },
  ],
  [
    'with a narrow summary over several pages',
    { size: 'A4 landscape', font: '13px', mayBreak: true, isRepeated: true, widths: { summary: 20, theme: 12 } },
  ],
  [
    'without outer borders, so that a page break leaves cells open',
    { size: 'A4 landscape', style: 'table{border:hidden}', mayBreak: true, isRepeated: true },
  ],
  ['with dashed rules', { border: '1px dashed #333' }],
  ['with dotted rules', { border: '1px dotted #000' }],
  ['with double rules', { border: '3px double #000' }],
  ['with thick rules', { border: '2.5px solid #000' }],
  ['with a border around each cell', { style: 'table{border-collapse:separate;border-spacing:0}' }],
  ['with round corners', { style: 'table{border-collapse:separate;border-spacing:0} td,th{border-radius:3px}' }],
  ['with white rules on shaded cells', { style: 'td,th{background:#ddd}', border: '2px solid #fff' }],
  ['with its tables in a group of its own', { style: 'table{opacity:.99}' }],
  ['with letters apart', { style: 'td{letter-spacing:.15em}' }],
  [
    'turned by a quarter',
    {
      size: '297mm 420mm',
      font: '6px',
      style:
        'body{width:400mm;transform-origin:0 0;transform:translate(0,400mm) rotate(-90deg)} .second{break-before:auto}',
    },
  ],
]

describe('a printed sheet reads back to its records, merged cells and all', () => {
  test.each(PRINTS)('%s', async (_, layout) => {
    const sheet = await printed(html('real-2021', layout))
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('real-2021'))
    expect(sheet.tally.left).toBe('')
    // What a merged cell says is read, and no longer guessed.
    expect(sheet.issues.filter(({ code }) => /inferred|merged|name-absent/.test(code))).toEqual([])
  })
  test.each(['invented-2020', 'invented-2022', 'invented-2023'])('%s', async (name) => {
    const sheet = await printed(html(name, { size: 'A4 landscape', mayBreak: true, isRepeated: true }))
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected(name))
  })
  test('also of another program, where a merged cell goes over a page break', async () => {
    const sheet = await readPath('tests/fixtures/files/real-2021.libreoffice.pdf')
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('real-2021'))
    expect(sheet.tally.left).toBe('')
  })
  test('a merged cell stands in each of its rows, with its place', async () => {
    const { projects } = await printed(html('real-2021', WIDE))
    const [first, second] = projects.filter(({ stream, number }) => stream === 'municipal' && [12, 13].includes(number))
    expect(first?.source.lines).toHaveLength(2)
    expect(second?.source.lines[1]).toEqual(first?.source.lines[1])
  })
  test('the links of the page prove the wrapped addresses', async () => {
    const sheet = await printed(html('real-2021', { ...WIDE, hasLinks: true }))
    const proved = sheet.issues.filter(({ code }) => code === 'hyperlink-proved').map(({ id }) => id)
    expect(proved).toEqual(sheet.projects.filter(({ url }) => url !== null).map(({ id }) => id))
  })
  test('a link to another address than the printed one is an error', async () => {
    const other = html('real-2021', { ...WIDE, hasLinks: true }).replace(
      '<a href="https://shinjuku-',
      '<a href="https://example-',
    )
    expect(errors(await printed(other))).toEqual([
      expect.stringContaining('hyperlink 計画書のリンク先「https://example-shigoto.jp/」'),
    ])
  })
})

describe('what stands around the tables', () => {
  const TITLE = /<h1>(.*?)計画書（(.*?)）<\/h1>/
  test.each<[string, string, string]>([
    ['on two lines', '<h1>$1<br>計画書（$2）</h1>', ''],
    ['with its year on the second line', '<h1>$1計画書<br>（$2）</h1>', ''],
    ['with its year in front', '<h1>$2　$1計画書</h1>', ''],
    [
      'and the unit on each page',
      '',
      '<tr><th colspan="12">$1計画書（$2）</th></tr><tr><th colspan="12">（単位：千円、人）</th></tr>',
    ],
  ])('a title may stand %s', async (_, title, above) => {
    const plain = html('invented-2022', { size: 'A4 landscape', font: '7px', isRepeated: true })
    const [, name = '', year = ''] = TITLE.exec(plain) ?? []
    const filled = (text: string): string => text.replace('$1', name).replace('$2', year)
    const changed = plain
      .replace(TITLE, filled(title))
      .replaceAll('<thead>', `<thead>${filled(above)}`)
      .replaceAll(above === '' ? /$^/g : /<p class="unit">.*?<\/p>/g, '')
    const sheet = await printed(changed)
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('invented-2022'))
    expect(sheet.sheet.fiscalYear).toBe(2022)
  })
  test('is known, or a notice with its page and place', async () => {
    const noted = html('invented-2020', {
      ...WIDE,
      style: 'h1::before{content:"別紙１";float:left} body::after{content:"※ 数字は予定のもの"}',
    })
    const { issues } = await printed(noted)
    expect(issues.filter(({ code }) => code === 'text-outside')).toMatchObject([
      {
        level: 'notice',
        place: expect.stringMatching(/^1ページの上から\d+mm$/) as string,
        found: '表の外に「別紙１」',
      },
      { place: expect.stringMatching(/^\d+ページ/) as string, found: '表の外に「※ 数字は予定のもの」' },
    ])
  })
  test('page numbers, and what each page repeats, are no text of the sheet', async () => {
    const page = await browser.newPage()
    await page.setContent(html('invented-2020', { size: 'A4 landscape', font: '9px' }))
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span style="font-size:8px">計画書の控え</span>',
      footerTemplate:
        '<span style="font-size:8px;margin:auto"><span class="pageNumber"></span> / <span class="totalPages"></span></span>',
      margin: { top: '15mm', bottom: '15mm', left: '10mm', right: '10mm' },
    })
    await page.close()
    const sheet = await readBytes('sheet.pdf', bytes)
    expect(errors(sheet)).toEqual([])
    expect(sheet.issues.filter(({ code }) => code === 'text-outside')).toEqual([])
    expect(sheet.tally.left).toBe('')
  })
  test('text beside a table, in no cell, is an error with its place', async () => {
    const margin = 'table{margin-left:12mm;width:calc(100% - 12mm)} .unit{display:block}'
    const beside = html('invented-2020', { ...WIDE, style: margin }).replace(
      '<td class="number">3</td>',
      '<td class="number">3<span style="position:absolute;left:2mm">済</span></td>',
    )
    expect(errors(await printed(beside))).toEqual([
      expect.stringMatching(/^1ページの上から\d+mm stray-text 表の横にあり、どの欄にも入らない文字「済」$/),
    ])
  })
})

describe('a page is refused, with its place and what to do:', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['scanned', scannedPage, '1ページ pdf-text 文字の情報がないページ（紙を読み取った画像）'],
    [
      'scanned, behind one that is not',
      () => twoPages(secondPage),
      '2ページ pdf-text 文字の情報がないページ（紙を読み取った画像）',
    ],
    ['with a font that is not in the file', pageWithoutFont, '1ページ pdf-font どの文字かが分からない書体の文字'],
    ['with a font without its map', pageWithoutMap, '1ページ pdf-font どの文字かが分からない書体の文字'],
    ['without ruled lines', () => latinPage(), '1ページ pdf-rules 罫線で区切られた表がない'],
    ['locked', lockedPage, '- file-locked パスワードで開かないようにしたファイル'],
    ['empty', () => new Uint8Array(), '- file-damaged PDFとして開けないファイル'],
    ['no PDF', () => new TextEncoder().encode('番号'), '- file-damaged PDFとして開けないファイル'],
    ['too large', () => new Uint8Array(30_000_001), '- file-large 31MB'],
  ])('%s', async (_, file, words) => {
    const sheet = await readBytes('sheet.pdf', file())
    expect(errors(sheet)).toEqual([expect.stringContaining(words)])
    expect(sheet.issues[0]?.remedy).toMatch(/ください|確か/)
  })
  test('cut off', async () => {
    const bytes = await print(html('invented-2020', WIDE))
    expect(errors(await readBytes('sheet.pdf', bytes.slice(0, bytes.length / 2)))).not.toEqual([])
  })
  test('without the headings of a plan sheet', async () => {
    const rules = '50 600 m 500 600 l S 50 720 m 500 720 l S 50 600 m 50 720 l S 300 600 m 300 720 l S'
    expect(errors(await readBytes('sheet.pdf', latinPage(rules)))).toEqual([
      '1ページの上から50mm heading 「番号」「区市町村」「事業名」などの見出しのある表がない',
    ])
  })
  test('with one heading unknown, or missing', async () => {
    const renamed = html('invented-2020', WIDE).replaceAll('>問合せ先<', '>備考<')
    expect(errors(await printed(renamed))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1ページの上から\d+mm heading 知らない見出し「備考」$/),
        expect.stringMatching(/^1ページの上から\d+mm heading 見出し「問合せ先」がない$/),
      ]),
    )
  })
  test('with text that runs over a rule', async () => {
    const wide = html('invented-2020', { ...WIDE, style: '.category{white-space:nowrap;letter-spacing:1em}' })
    expect(errors(await printed(wide))).toEqual(
      expect.arrayContaining([expect.stringMatching(/pdf-cell 罫線をまたいで印刷された文字/)]),
    )
  })
  test('with text that is struck through', async () => {
    const struck = html('invented-2020', WIDE).replace(/(<td class="name">)(.)/, '$1<s>$2</s>')
    expect(errors(await printed(struck))).toEqual([expect.stringMatching(/pdf-cell 取り消し線のある欄/)])
    const underlined = html('invented-2020', WIDE).replace(/(<td class="name">)(.)/, '$1<u>$2</u>')
    expect(errors(await printed(underlined))).toEqual([])
  })
  test('with a figure that breaks the sum, on its page', async () => {
    const broken = html('real-2021', WIDE).replace('>7,725<', '>7,726<')
    expect(errors(await printed(broken))).toEqual([
      expect.stringMatching(/^\dページの上から\d+mm sum .*「603,931」.*（差 1）$/),
    ])
  })
})

test('radicals and marks that only look like the printed ones are read as those', () => {
  expect(withoutLookalikes('⼈材を⻑く⽀援する⺠間〜企業‧団体')).toBe('人材を長く支援する民間～企業・団体')
  expect(withoutLookalikes('①ＩＣＴ㈱ｱ')).toBe('①ＩＣＴ㈱ｱ')
  for (let code = 0x2f00; code <= 0x2fd5; code += 1) {
    expect(withoutLookalikes(String.fromCodePoint(code))).toMatch(/^\p{Unified_Ideograph}$/u)
  }
})

test('text that is in the file and not seen on the page is not read, and an issue says so: an error where it is cut off', async () => {
  const content =
    'BT /F 12 Tf 100 700 Td (Seen) Tj 3 Tr (Invisible) Tj ET 0 0 50 842 re W n BT 0 Tr 100 600 Td (Cut) Tj ET'
  const { pages } = await loadPdf(latinPage('', content), 'sheet.pdf')
  expect(pages[0]?.glyphs.map(({ text }) => text).join('')).toBe('Seen')
  expect(pages[0]).toMatchObject({ hidden: ['Invisible'], cut: ['Cut'] })

  const { pages: seen } = await loadPdf(await print(html('invented-2020', WIDE)), 'sheet.pdf')
  // What is seen elsewhere, as behind a page break, is not missing.
  const pagesWith = seen.map((page) => ({ ...page, hidden: ['番号', '見えない文字'] }))
  expect(readPdf(pagesWith, 'sheet.pdf').issues).toMatchObject(
    seen.map(({ number }) => ({
      level: 'notice',
      code: 'pdf-hidden',
      place: `${number}ページ`,
      found: 'ファイルにはあるが、ページには見えない文字「見えない文字」',
    })),
  )
  const pagesCut = seen.map((page) => ({ ...page, cut: ['番号', '切れた文字'] }))
  expect(readPdf(pagesCut, 'sheet.pdf').issues).toMatchObject(
    seen.map(({ number }) => ({
      level: 'error',
      code: 'pdf-cut',
      place: `${number}ページ`,
      found: '欄やページに収まらず、切れて見えない文字「切れた文字」',
    })),
  )
})

test('between two offices a wrap takes away a space, unless offices stand together; a full line is a guess', () => {
  const joined = (first: string, second: string, room: number): [string, string[]] => {
    const guesses: string[] = []
    const lines = [first, second].map((text, line) => ({ line, text, gap: false, width: text.length, unit: 1, room }))
    return [joinPrinted(lines, 'contact', ({ text }) => guesses.push(text)), guesses]
  }
  expect(joined('産業部', '商工課', 9)).toEqual(['産業部 商工課', []])
  expect(joined('産業部', '商工課', 3)).toEqual(['産業部 商工課', ['産業部']])
  expect(joined('産業部商工課', '雇用係', 6)).toEqual(['産業部商工課雇用係', []])
  expect(joined('産業部商工課', '雇用係', 9)).toEqual(['産業部商工課 雇用係', []])
})

test('a cell over three pages has neither a rule above nor below on the second, and parts no table there', () => {
  const level = (at: number, from: number, to: number): Line => ({ at, stretches: [[from, to]] })
  const across = [10, 40].flatMap((at) => [level(at, 10, 60), level(at, 110, 200)])
  const up = [10, 60, 110, 200].map((at) => level(at, 10, 40))
  const tables = findTables(across, up)
  expect(tables.map(({ cells }) => cells.map(({ openTop, openBottom }) => [openTop, openBottom]))).toEqual([
    [
      [false, false],
      [true, true],
      [false, false],
    ],
  ])
})

test('a space that a wrap took away stands between Latin words again, and nowhere within one', () => {
  const lines = (...texts: string[]): PdfPiece[] =>
    texts.map((text, line) => ({ line, text, gap: false, width: text.length / 2, unit: 2, room: 5 }))
  expect(joinPrinted(lines('人材のWeb', 'market'), 'name')).toBe('人材のWeb market')
  expect(joinPrinted(lines('人材の育成Webma', 'rket'), 'summary')).toBe('人材の育成Webmarket')
  // What is drawn at the end of a line is kept.
  expect(joinPrinted(lines('人材育成をＷｅｂ　', '支援'), 'name')).toBe('人材育成をＷｅｂ　支援')
  expect(joinPrinted(lines('https://a.jp', 'b/'), 'url')).toBe('https://a.jpb/')
})

test('a stop that hangs over the edge of its cell belongs to the text before it', () => {
  const rule = (isLevel: boolean, at: number, from: number, to: number): Rule => ({
    isLevel,
    isWhite: false,
    at,
    from,
    to,
  })
  const rules = [
    ...[10, 40].map((at) => rule(true, at, 10, 110)),
    ...[10, 60, 110].map((at) => rule(false, at, 10, 40)),
  ]
  const line = (text: string, left: number): Glyph[] =>
    [...text].map((character, index) => ({
      text: character,
      left: left + index * 10,
      right: left + index * 10 + 10,
      baseline: 30,
      size: 10,
    }))
  const page: PdfPage = {
    number: 1,
    glyphs: [],
    rules,
    links: [],
    hidden: [],
    cut: [],
    imageShare: 0,
    isUnmapped: false,
  }
  const cellsOf = (glyphs: Glyph[]) => {
    const sheet = { ...emptySheet(''), places: [] }
    const { grids } = drawPage({ ...page, glyphs }, sheet, 'sheet.pdf')
    const texts = grids[0]?.grid.cells.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    return { texts, codes: sheet.issues.map(({ code }) => code) }
  }
  expect(cellsOf([...line('事業ッ。', 20), ...line('区', 85)])).toEqual({ texts: ['事業ッ。', '区'], codes: [] })
  // Any other character there has run over the rule.
  expect(cellsOf(line('事業概要', 24)).codes).toContain('pdf-cell')
})
