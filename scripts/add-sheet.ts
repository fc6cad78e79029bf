import { access, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { applyCorrections } from '../src/catalogue/corrections.ts'
import { compareSheets, type Revision } from '../src/catalogue/revision.ts'
import { writeSheetCsv } from '../src/plansheet/csv/write.ts'
import { readPlanSheet, readSheet, type ReadSheet } from '../src/plansheet/index.ts'
import { error, isSound, type Issue } from '../src/plansheet/issue.ts'
import { STREAM_LABELS } from '../src/plansheet/labels.ts'
import type { Register } from '../src/plansheet/reading.ts'
import type { Project } from '../src/plansheet/schema.ts'
import { readCorrections } from '../src/register/corrections.ts'
import { entryFault, readSheets, writeSheets, type SheetEntry } from '../src/register/sheets.ts'
import { figure } from '../src/words/amount.ts'
import { fiscalYearWords } from '../src/words/time.ts'
import { placedCells, readRegister, readTextFile } from './read-data.ts'
import { isOriginal, openSheet } from './read-sheet.ts'
import { sha256Of } from './sha256.ts'
import { writeFileWhole } from './write-file.ts'

/** What a person says beside the file. */
export interface AddOptions {
  folder: string
  /** Where the file came from, for the register. */
  source: string
  /** Day on which it was obtained, `YYYY-MM-DD`. */
  obtained: string
  /** Take the file as the revised sheet of a year that is there already. */
  revise: boolean
}

/** What came of it: lines to show, and whether anything was written. */
export interface AddResult {
  issues: Issue[]
  report: string[]
  isWritten: boolean
}

/**
 * Adds a plan sheet to the data folder: reads, checks, copies it under its year, and registers it; of a PDF or workbook
 * both it and the table that was read from it, which is what the site is built from. Writes nothing where
 * anything is an error, where the year is there already (unless `revise`), or where a revision would move an id.
 */
export async function addSheet(path: string, options: AddOptions): Promise<AddResult> {
  const { folder } = options
  const { register, issues } = await readRegister(folder)
  const listPath = join(folder, 'sheets.csv')
  const correctionsPath = join(folder, 'corrections.csv')
  const [list, corrections] = await Promise.all([readTextFile(listPath), readTextFile(correctionsPath)])
  issues.push(...list.issues, ...corrections.issues)
  const known = readSheets(list.text, listPath, { mayBeEmpty: true })
  const changes = readCorrections(corrections.text, correctionsPath)
  const placed = placedCells(changes.rows)
  const file = await openSheet(path, placed)
  issues.push(...known.issues, ...changes.issues, ...file.issues)
  if (!isSound(issues)) return refused(issues)

  const sheet = readSheet(file.cells, path, register)
  issues.push(...sheet.issues)
  const { fiscalYear, title } = sheet.sheet
  if (!isSound(issues) || fiscalYear === null || title === null) return refused(issues)

  // What the site is built from is a text: beside a PDF or a workbook, the table that was read from it.
  const extension = extname(path).toLowerCase() || '.txt'
  const original = isOriginal(path) ? extension : null
  const bytes = original === null ? file.bytes : new TextEncoder().encode(writeSheetCsv(file.cells))
  if (original !== null) checkForm(sheet, bytes, register)
  const entry: SheetEntry = {
    fiscalYear,
    title,
    file: `${fiscalYear}${original === null ? extension : '.csv'}`,
    source: options.source,
    obtained: options.obtained,
    sha256: sha256Of(bytes),
  }
  const fault = entryFault(entry)
  if (fault !== null) return refused([...issues, error('options', path, fault)])
  let differences: string[] = []
  const before = known.sheets.find((other) => other.fiscalYear === fiscalYear)
  if (before !== undefined) {
    const old = await readTextFile(join(folder, 'sheets', before.file))
    // Without the sheet as it was registered, nothing can tell whether ids would move.
    if (old.issues.length > 0 || sha256Of(old.bytes) !== before.sha256) {
      return refused([...issues, ...old.issues, lostSheet(folder, before)])
    }
    const oldSheet = readPlanSheet(old.text, before.file, register, placed)
    const revision = compareSheets(oldSheet.projects, sheet.projects)
    const refusal = refusalOf(path, entry, before, revision, options.revise)
    differences = revisionWords(revision)
    if (refusal !== null) return { ...refused([...issues, refusal]), report: differences }
    entry.file = await freeName(folder, fiscalYear, extname(entry.file), original)
  }
  const files = [{ name: entry.file, bytes }]
  if (original !== null) files.unshift({ name: entry.file.replace(/\.csv$/, original), bytes: file.bytes })
  for (const { name, bytes: own } of files) {
    // A run that was killed between its steps leaves the same bytes; any other file is somebody's.
    const there = await readFile(join(folder, 'sheets', name)).catch(() => null)
    if (there !== null && sha256Of(there) !== sha256Of(own)) {
      return refused([...issues, occupied(join(folder, 'sheets', name))])
    }
  }
  if (original !== null) entry.source += `（${files[0]?.name ?? ''} から読み取り）`

  const ofYear = changes.rows.filter(({ value }) => value.id.startsWith(`${fiscalYear}-`))
  issues.push(...applyCorrections(sheet.projects, ofYear, correctionsPath).issues)
  if (!isSound(issues)) return refused(issues)

  // The register comes last: without its line the new file is nothing.
  const sheets = [entry, ...known.sheets.filter((other) => other.fiscalYear !== fiscalYear)]
  for (const { name, bytes: own } of files) await writeFileWhole(join(folder, 'sheets', name), own)
  await writeFileWhole(listPath, writeSheets(sheets))
  return { issues, report: [...differences, ...summaryWords(sheet, entry)], isWritten: true }
}

const refused = (issues: Issue[]): AddResult => ({ issues, report: [], isWritten: false })

function refusalOf(
  path: string,
  entry: SheetEntry,
  before: SheetEntry,
  { moved, removed }: Revision,
  revise: boolean,
): Issue | null {
  const year = fiscalYearWords(entry.fiscalYear)
  if (before.sha256 === entry.sha256) {
    return error('sheet-known', path, {
      found: `${year}の計画書として登録してあるファイル（${before.file}）と同じ`,
      expected: 'まだ登録していない計画書',
      remedy: 'することはありません。違うファイルを加えるつもりだったなら、ファイルの名前を確かめてください。',
    })
  }
  if (moved.length + removed.length > 0 && revise) {
    const pairs = moved.map(
      (pair) => `${nameOf(pair.before)} → ${pair.after.municipality.name} ${pair.after.name ?? ''}`,
    )
    return error('id-moved', path, {
      found: `番号の事業が入れ替わったか、なくなっている: ${[...pairs, ...removed.map(nameOf)].join('、')}`,
      expected: '公開したIDは、いつまでも同じ事業を指す',
      remedy:
        '公開したIDとアドレスが別の事業を指すか、なくなってしまうため、置き換えません。発行元に番号を確かめ、開発者に相談してください。',
    })
  }
  if (revise) return null
  return error('sheet-exists', path, {
    found: `${year}の計画書は、もう登録してある（${before.file}）。中身の違うファイル`,
    expected: 'まだ登録していない年度の計画書',
    remedy: `上の違いを確かめ、改められた計画書なら --revise を付けてください。前のファイルは残ります。`,
  })
}

const lostSheet = (folder: string, { file }: SheetEntry): Issue =>
  error('hash', join(folder, 'sheets', file), {
    found: '登録してある計画書のファイルがないか、登録したときと違う',
    expected: '登録したときのままのファイル',
    remedy: '元のファイルに戻してから、もう一度加えてください。',
  })

const occupied = (path: string): Issue =>
  error('file-exists', path, {
    found: '登録していないファイルが、もうある',
    expected: 'その年度のファイルがない',
    remedy: 'そのファイルが要るものか確かめ、ほかの場所に移してください。',
  })

/** A name for the revised sheet of a year that no file has, nor its original. */
async function freeName(
  folder: string,
  fiscalYear: number,
  extension: string,
  original: string | null,
): Promise<string> {
  for (let revision = 2; ; revision += 1) {
    const name = `${fiscalYear}-${revision}`
    const taken = await Promise.all(
      [extension, original ?? extension].map((ending) => exists(join(folder, 'sheets', `${name}${ending}`))),
    )
    if (!taken.includes(true)) return `${name}${extension}`
  }
}

/** The table that a PDF or workbook is kept as says just what was read from it: else the program is at fault. */
function checkForm(sheet: ReadSheet, bytes: Uint8Array, register: Register): void {
  const form = readPlanSheet(new TextDecoder().decode(bytes), 'sheet.csv', register)
  const { added, removed, changed } = compareSheets(sheet.projects, form.projects)
  if (added.length + removed.length + changed.length > 0 || !isSound(form.issues)) {
    throw new Error(`${sheet.sheet.file}: CSVにすると、読んだ記録と変わってしまいます。開発者に知らせてください。`)
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const nameOf = ({ id, municipality, name }: Project): string => `${id} ${municipality.name} ${name ?? '（事業名なし）'}`

function revisionWords({ added, removed, changed }: Revision): string[] {
  return [
    `登録してある計画書との違い: 加わった事業${added.length}、なくなった事業${removed.length}、変わった事業${changed.length}`,
    ...added.map((project) => `  加わった: ${nameOf(project)}`),
    ...removed.map((project) => `  なくなった: ${nameOf(project)}`),
    ...changed.map(({ after, fields }) => `  変わった: ${nameOf(after)}（${fields.join('、')}）`),
  ]
}

function summaryWords({ projects, totals, issues }: ReadSheet, { fiscalYear, file }: SheetEntry): string[] {
  return [
    `${fiscalYearWords(fiscalYear)}の計画書を data の sheets/${file} に加えました。紙の計画書と見比べてください。`,
    ...totals.map(
      ({ stream, total }) =>
        `  ${STREAM_LABELS[stream]}: ${projects.filter((project) => project.stream === stream).length}行` +
        ` 事業額${figure(total.amountThousandYen)}千円` +
        ` 雇用・就業者数${figure(total.workers)}` +
        ` 人材獲得事業所数${figure(total.recruitingEstablishments)}` +
        ` 支援事業所数${figure(total.supportedEstablishments)}（合計と一致）`,
    ),
    `  推定・修復・注意: ${issues.length}件`,
    ...issues.map(
      ({ line, place, id, found, remedy }) => `    ${place ?? `${line ?? '-'}行目`} ${id ?? ''} ${found}。${remedy}`,
    ),
  ]
}
