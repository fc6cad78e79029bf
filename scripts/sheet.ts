import { isAbsolute, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SheetCells } from '../src/plansheet/cells.ts'
import { writeSheetCsv } from '../src/plansheet/csv/write.ts'
import { readSheet, type ReadSheet } from '../src/plansheet/index.ts'
import { formatIssue, isSound, type Issue } from '../src/plansheet/issue.ts'
import { fiscalYearWords } from '../src/words/time.ts'
import { figure } from '../src/words/amount.ts'
import { addSheet, type AddOptions } from './add-sheet.ts'
import { comparisonWords } from './compare-sheets.ts'
import { dataFolder, readPlaced, readRegister } from './read-data.ts'
import { openSheet } from './read-sheet.ts'
import { runCommand } from './run-command.ts'
import { today } from './today.ts'

const USAGE = `計画書を読み、確かめる。ファイルは .pdf、.xlsx、.csv、.txt。

  npm run -s sheet -- check FILE…   誤りと注意を示す。誤りがなければ終了コード0、あれば1
  npm run -s sheet -- json FILE     読んだ記録をJSONで標準出力に書く。誤りがあれば何も書かず、終了コード1
  npm run -s sheet -- csv FILE      計画書の表をCSVで標準出力に書く。誤りがあれば何も書かず、終了コード1
  npm run -s sheet -- compare A B   同じ計画書の二つのファイルで、違う欄をすべて示す。違いがなければ終了コード0、あれば1
  npm run -s sheet -- add FILE      確かめて data に加え、登録する。誤りがあれば何も書かず、終了コード1
      --source 文字     入手元（例: 東京都のサイトのPDF）
      --date 日付       入手した日（例: 2026-11-22。書かなければ今日）
      --revise          同じ年度の、改められた計画書として加える
`

/** A sheet with the faults of all that it was read with, and its cells for who prints them. */
async function read(file: string): Promise<{ sheet: ReadSheet; cells: SheetCells }> {
  const folder = dataFolder()
  const { register, issues } = await readRegister(folder)
  const { placed, issues: misplaced } = await readPlaced(folder)
  const { cells, issues: unreadable } = await openSheet(file, placed)
  const sheet = readSheet(cells, file, register)
  // Of a file that cannot be opened there is nothing else to say.
  return {
    sheet: { ...sheet, issues: unreadable.length > 0 ? unreadable : [...issues, ...misplaced, ...sheet.issues] },
    cells,
  }
}

const summary = ({ sheet, projects, totals, issues }: ReadSheet): string => {
  const errors = issues.filter(({ level }) => level === 'error').length
  if (errors > 0) return `${sheet.file}: 誤り${errors}件。この計画書は使えません。`
  const amount = totals.reduce((sum, { total }) => sum + total.amountThousandYen, 0)
  const year = sheet.fiscalYear === null ? '' : fiscalYearWords(sheet.fiscalYear)
  return `${sheet.file}: ${year} ${projects.length}事業 事業額${figure(amount)}千円（合計と一致） 誤りなし 注意${issues.length}件`
}

const errorsOf = (issues: readonly Issue[]): Issue[] => issues.filter(({ level }) => level === 'error')
const noticesOf = (issues: readonly Issue[]): Issue[] => issues.filter(({ level }) => level === 'notice')

/** A path as the person gave it, from the folder that they are in: npm runs scripts in the project's. */
const fromHere = (file: string): string => relative('.', resolve(process.env['INIT_CWD'] ?? '.', file))

async function check(files: readonly string[]): Promise<number> {
  let sound = true
  for (const file of files) {
    const { sheet } = await read(file)
    // The errors last, where they are seen.
    for (const issue of [...noticesOf(sheet.issues), ...errorsOf(sheet.issues)]) console.log(formatIssue(issue))
    console.log(summary(sheet))
    sound &&= isSound(sheet.issues)
  }
  return sound ? 0 : 1
}

/** Prints a form of one sheet, or, where it has an error, its faults alone. */
async function print(file: string, form: (sheet: ReadSheet, cells: SheetCells) => string): Promise<number> {
  const { sheet, cells } = await read(file)
  if (!isSound(sheet.issues)) {
    for (const issue of errorsOf(sheet.issues)) console.error(formatIssue(issue))
    return 1
  }
  process.stdout.write(form(sheet, cells))
  return 0
}

/** Prints every field in which two forms of a sheet differ; of a sheet with an error its faults alone. */
async function compare(files: readonly [string, string]): Promise<number> {
  const [a, b] = [await read(files[0]), await read(files[1])]
  const faults = [a, b].flatMap(({ sheet }) => errorsOf(sheet.issues))
  for (const issue of faults) console.error(formatIssue(issue))
  if (faults.length > 0) return 1
  const lines = comparisonWords(a.sheet, b.sheet)
  for (const line of lines) console.log(line)
  if (lines.length === 0) console.log(`${files.join(' と ')} に違いはありません。${a.sheet.projects.length}事業`)
  return lines.length === 0 ? 0 : 1
}

async function add(file: string, options: Omit<AddOptions, 'folder'>): Promise<number> {
  const { issues, report, isWritten } = await addSheet(file, { ...options, folder: dataFolder() })
  for (const line of report) console.log(line)
  if (isWritten) return 0
  for (const issue of errorsOf(issues)) console.error(formatIssue(issue))
  console.error('何も書いていません。')
  return 1
}

async function run(): Promise<number | null> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: 'string', default: '記録なし' },
      date: { type: 'string', default: today() },
      revise: { type: 'boolean', default: false },
    },
  })
  const [command, ...given] = positionals
  const files = given.map((name) => (isAbsolute(name) ? name : fromHere(name)))
  const [file, other] = files
  if (command === 'compare' && file !== undefined && other !== undefined && files.length === 2) {
    return compare([file, other])
  }
  if (file === undefined || (command !== 'check' && files.length > 1)) return null
  if (command === 'check') return check(files)
  if (command === 'json') {
    return print(
      file,
      ({ sheet, projects, totals, issues }) => `${JSON.stringify({ sheet, projects, totals, issues }, null, 2)}\n`,
    )
  }
  if (command === 'csv') return print(file, (_, cells) => writeSheetCsv(cells))
  if (command === 'add') {
    return add(file, { source: values.source, obtained: values.date, revise: values.revise })
  }
  return null
}

await runCommand(USAGE, run)
