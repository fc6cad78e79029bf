import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { SheetCells } from '../src/plansheet/cells.ts'
import { launchChromium } from '../tests/support/chromium.ts'
import { sheetCells, sheetHtml, sheetWorksheet } from '../tests/support/sheet-files.ts'
import { openSheet } from './read-sheet.ts'

const ROWS = 1000

/** An invented sheet with so many rows. */
function longSheet(): SheetCells {
  const sheet = sheetCells('invented-2023')
  const [table] = sheet.tables
  if (table === undefined) throw new Error('表がありません。')
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const row = table.rows[index % table.rows.length]
    if (row === undefined) throw new Error('行がありません。')
    return { ...row, cells: { ...row.cells, number: { text: String(index + 1), lines: [] } } }
  })
  return { ...sheet, tables: [{ ...table, rows }, ...sheet.tables.slice(1)] }
}

/** Reads a file in this process, and says what it took. */
async function measure(file: string): Promise<void> {
  const started = performance.now()
  const { cells } = await openSheet(file, [])
  const rows = cells.tables.reduce((sum, table) => sum + table.rows.length, 0)
  const places = cells.places ?? []
  const pages = /^(\d+)ページ/.exec(places.at(-1) ?? '')?.[1] ?? '-'
  const time = Math.round(performance.now() - started)
  console.log(
    `${file.replace(/.*\./, '')}: ${rows}行 ${pages}ページ ${time}ms 最大${Math.round(process.resourceUsage().maxRSS / 1024)}MB`,
  )
}

const [, script = '', file] = process.argv
if (file !== undefined) await measure(file)
else {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
  const sheet = longSheet()
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.setContent(sheetHtml(sheet, [], { size: 'A4 landscape', font: '5px', isRepeated: true }))
  await page.pdf({ path: join(folder, 'sheet.pdf'), preferCSSPageSize: true })
  await browser.close()
  await writeFile(join(folder, 'sheet.xlsx'), await writeXlsx({ sheets: [sheetWorksheet(sheet, [])] }))
  for (const name of ['sheet.pdf', 'sheet.xlsx']) {
    spawnSync(process.execPath, [script, join(folder, name)], { stdio: 'inherit' })
  }
  await rm(folder, { recursive: true })
}
