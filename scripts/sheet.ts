import { parseArgs } from 'node:util'
import { readPlanSheet, type ReadSheet } from '../src/plansheet/index.ts'
import { formatIssue, isSound, type Issue } from '../src/plansheet/issue.ts'
import { fiscalYearWords } from '../src/words/time.ts'
import { figure } from '../src/words/amount.ts'
import { dataFolder, readRegister, readTextFile } from './read-data.ts'

const USAGE = `計画書を読み、確かめる。

  npm run -s sheet -- check FILE…   誤りと注意を示す。誤りがなければ終了コード0、あれば1
  npm run -s sheet -- json FILE     読んだ記録をJSONで標準出力に書く。誤りがあれば何も書かず、終了コード1
`

async function read(file: string): Promise<ReadSheet & { issues: Issue[] }> {
  const { register, issues } = await readRegister(dataFolder())
  const { text, issues: unreadable } = await readTextFile(file)
  if (unreadable.length > 0) return { ...readPlanSheet('', file, register), issues: unreadable }
  const sheet = readPlanSheet(text, file, register)
  return { ...sheet, issues: [...issues, ...sheet.issues] }
}

const summary = ({ sheet, projects, totals, issues }: ReadSheet): string => {
  const errors = issues.filter(({ level }) => level === 'error').length
  if (errors > 0) return `${sheet.file}: 誤り${errors}件。この計画書は使えません。`
  const amount = totals.reduce((sum, { total }) => sum + total.amountThousandYen, 0)
  const year = sheet.fiscalYear === null ? '' : fiscalYearWords(sheet.fiscalYear)
  return `${sheet.file}: ${year} ${projects.length}事業 事業額${figure(amount)}千円（合計と一致） 誤りなし 注意${issues.length}件`
}

async function check(files: readonly string[]): Promise<number> {
  let sound = true
  for (const file of files) {
    const sheet = await read(file)
    for (const issue of sheet.issues) console.log(formatIssue(issue))
    console.log(summary(sheet))
    sound &&= isSound(sheet.issues)
  }
  return sound ? 0 : 1
}

async function json(file: string): Promise<number> {
  const { sheet, projects, totals, issues } = await read(file)
  if (!isSound(issues)) {
    for (const issue of issues) console.error(formatIssue(issue))
    return 1
  }
  console.log(JSON.stringify({ sheet, projects, totals, issues }, null, 2))
  return 0
}

const { positionals } = parseArgs({ allowPositionals: true })
const [command, ...files] = positionals
const [file] = files
if (command === 'check' && file !== undefined) {
  process.exitCode = await check(files)
} else if (command === 'json' && file !== undefined && files.length === 1) {
  process.exitCode = await json(file)
} else {
  console.error(USAGE)
  process.exitCode = 2
}
