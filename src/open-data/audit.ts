import { physicalRecords, type CsvRecord } from '../csv/records.ts'
import type { DataPackage } from './data-package.ts'
import { isDependent } from './shift-jis.ts'
import type { Table } from './table.ts'

/** A table as it was written, for the audit to read again. */
export interface Written {
  path: string
  text: string
  table: Table
}

/** All that the audit looks at. */
export interface Published {
  /** The tables for programs, the programmes first. */
  written: readonly Written[]
  /** Paths of all files. */
  paths: readonly string[]
  package: DataPackage
  /** The headings of the programmes' table in the files of each fiscal year. */
  headingsByYear: readonly string[]
  /** Days on which the data changed, the latest first. */
  changed: readonly string[]
}

/** What was found for a rule. */
export interface Finding {
  rule: string
  title: string
  status: 'held' | 'broken' | 'not-applicable'
  /** What was counted, or where it is broken. */
  evidence: string
}

type Checked = Pick<Finding, 'status' | 'evidence'>
/** A file that was read again. */
type Read = Written & { records: CsvRecord[] }
type Looked = Published & { read: Read[] }
interface Rule {
  rule: string
  title: string
  check: (published: Looked) => Checked
}

/** Held where nothing speaks against it. */
const unless = (faults: readonly string[], evidence: string): Checked => {
  const shown = faults.slice(0, 3).join('、')
  return faults.length === 0
    ? { status: 'held', evidence }
    : { status: 'broken', evidence: `${shown}${faults.length > 3 ? `、ほか${String(faults.length - 3)}か所` : ''}` }
}
const notApplicable = (evidence: string): Checked => ({ status: 'not-applicable', evidence })

interface Place {
  path: string
  record: CsvRecord
  column: string
  cell: string
}
type InColumn = (column: Table['columns'][number]) => boolean
const EVERY: InColumn = () => true

const bodyOf = ({ records }: Read): CsvRecord[] => records.slice(1)
const headOf = ({ records }: Read): string[] => records[0]?.cells ?? []
/** The cells of a file that are of some kind, in columns of some kind. */
const cellsOf = (read: Read, inColumn: InColumn, isWanted: (cell: string) => boolean): Place[] => {
  const names = new Set(read.table.columns.filter(inColumn).map(({ name }) => name))
  const columns = headOf(read).flatMap((column, at) => (names.has(column) ? [{ column, at }] : []))
  const found: Place[] = []
  // Of millions of cells few are wanted: nothing is made for the others.
  for (const record of bodyOf(read))
    for (const { column, at } of columns) {
      const cell = record.cells[at] ?? ''
      if (isWanted(cell)) found.push({ path: read.path, record, column, cell })
    }
  return found
}
const cellsIn = ({ read }: Looked, inColumn: InColumn, isWanted: (cell: string) => boolean): Place[] =>
  read.flatMap((one) => cellsOf(one, inColumn, isWanted))
const placeOf = ({ path, record, column }: Place): string => `${path} ${String(record.line)}行目 ${column}`
const excel = ({ paths }: Looked): Checked | null =>
  paths.some((path) => /\.(?:xlsx?|ods)$/.test(path)) ? null : notApplicable('Excelのファイルはない')
const ofExcel = (rule: string, title: string): Rule => ({
  rule,
  title,
  check: (published) => excel(published) ?? { status: 'broken', evidence: 'Excelのファイルは確かめていない' },
})

const READABLE = /\.(?:csv|json|ndjson|jsonld)$/
// Columns of names and sentences, which may hold any mark.
const SENTENCES =
  /^(?:name|summary|evidence|note|meaning|label|reason|printed|corrected|title|source|contact_department)$/

const RULES: Rule[] = [
  {
    rule: 'L1-01',
    title: '機械が読めるファイル形式',
    check: ({ paths }) =>
      unless(
        paths.filter((path) => !READABLE.test(path)),
        `${String(paths.length)}個のファイルが、CSVかJSON`,
      ),
  },
  {
    rule: 'L1-02',
    title: '一つのファイルに一つの表',
    check: ({ read }) =>
      unless(
        read.flatMap((file) =>
          bodyOf(file)
            .filter(({ cells }) => cells.join() === headOf(file).join())
            .map(({ line }) => `${file.path} ${String(line)}行目に、もう一つの見出し`),
        ),
        `${String(read.length)}個の表が、それぞれ一つのファイル`,
      ),
  },
  {
    rule: 'L1-03',
    title: '表が分断されていない',
    check: ({ written }) =>
      unless(
        written.flatMap(({ path, text }) =>
          text
            .split('\n')
            .flatMap((line, at, all) =>
              /^[\s,"]*$/.test(line) && at < all.length - 1 ? [`${path} ${String(at + 1)}行目が空`] : [],
            ),
        ),
        '空の行がない',
      ),
  },
  {
    rule: 'L1-04',
    title: 'データと無関係な情報がない',
    check: ({ read }) =>
      unless(
        read.flatMap((file) =>
          bodyOf(file)
            .filter(({ cells }) => cells.length !== headOf(file).length)
            .map(({ line }) => `${file.path} ${String(line)}行目の列の数`),
        ),
        'どの行も、見出しと同じ数の列',
      ),
  },
  {
    rule: 'L1-05',
    title: 'すべての列に意味の分かる項目名',
    check: ({ read }) =>
      unless(
        read.flatMap((file) =>
          headOf(file)
            .filter((name) => (file.table.columns.find((column) => column.name === name)?.meaning ?? '') === '')
            .map((name) => `${file.path} の「${name}」`),
        ),
        'どの項目名にも、説明がある',
      ),
  },
  {
    rule: 'L1-06',
    title: '空白や改行で体裁を整えていない',
    check: (published) =>
      unless(
        cellsIn(published, EVERY, (cell) => /^\s|\s$|[\r\n\t]|\s{2}/.test(cell)).map(placeOf),
        'セルの前後の空白、続く空白、改行がない',
      ),
  },
  {
    rule: 'L1-07',
    title: '一つのセルに一つのデータ',
    check: (published) =>
      unless(
        cellsIn(
          published,
          ({ name }) => !SENTENCES.test(name),
          (cell) => /[／、;\n]/.test(cell),
        ).map((place) => `${placeOf(place)}「${place.cell}」`),
        '文章でない列に、区切りの文字がない',
      ),
  },
  {
    rule: 'L1-08',
    title: '機種依存文字を使っていない',
    check: (published) => {
      // Each character is looked at once, however often it stands.
      const characters = new Set(published.read.flatMap(({ text }) => [...new Set(text)]))
      const dependent = new Set([...characters].filter((character) => character !== '\n' && isDependent(character)))
      const found = (cell: string): string[] => [...new Set(cell)].filter((character) => dependent.has(character))
      const points = [...dependent].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
      const pattern = new RegExp(`[${points.join('')}]`, 'u')
      return unless(
        dependent.size === 0
          ? []
          : cellsIn(published, EVERY, (cell) => pattern.test(cell)).map(
              (place) => `${placeOf(place)}「${found(place.cell).join('')}」`,
            ),
        `${String(characters.size)}種類の文字が、どれもASCIIかJIS X 0208`,
      )
    },
  },
  {
    rule: 'L1-09',
    title: '空白とゼロの区別',
    check: (published) => {
      const count = (wanted: string): string =>
        String(
          cellsIn(
            published,
            ({ type, absent }) => type === 'integer' && absent !== null,
            (cell) => cell === wanted,
          ).length,
        )
      const wrong = published.read.flatMap((written) =>
        written.table.columns.flatMap(({ type }, at) =>
          type !== 'integer'
            ? []
            : bodyOf(written)
                .filter((record, row) => record.cells[at] !== String(written.table.rows[row]?.[at] ?? ''))
                .map((record) => `${written.path} ${String(record.line)}行目`),
        ),
      )
      return unless(wrong, `空が${count('')}個、0が${count('0')}個。記録と同じ`)
    },
  },
  ofExcel('L1-10', 'オブジェクトを使っていない'),
  ofExcel('L1-11', '書式でデータの違いを表していない'),
  ofExcel('L1-12', 'セルの結合をしていない'),
  ofExcel('L1-13', '非表示の行や列がない'),
  {
    rule: 'L1-14',
    title: 'CSVの一行に一つのデータ',
    check: ({ read }) =>
      unless(
        read.flatMap((file) =>
          bodyOf(file)
            .filter(({ line, last }) => line !== last)
            .map(({ line }) => `${file.path} ${String(line)}行目`),
        ),
        'どのデータも一行',
      ),
  },
  {
    rule: 'L1-15',
    title: 'コンマを含む値を引用符で囲む',
    check: (published) => {
      const commas = cellsIn(published, EVERY, (cell) => cell.includes(',')).length
      const broken = published.read.flatMap((file) =>
        file.records
          .filter(({ cells, malformed }) => malformed || cells.length !== file.table.columns.length)
          .map(({ line }) => `${file.path} ${String(line)}行目`),
      )
      return commas === 0 && broken.length === 0
        ? notApplicable('コンマを含むセルがない')
        : unless(broken, `コンマを含む${String(commas)}個のセルが、どれも引用符の中`)
    },
  },
  {
    rule: 'L2-01',
    title: '数値の列に文字がない',
    check: (published) => {
      const places = (isWanted: (cell: string) => boolean): Place[] =>
        cellsIn(published, ({ type }) => type === 'integer', isWanted)
      return unless(
        places((cell) => cell !== '' && !/^\d+$/.test(cell)).map(placeOf),
        `${String(places(() => true).length)}個のセルが、数字だけか空`,
      )
    },
  },
  {
    rule: 'L2-02',
    title: '同じ値を省略していない',
    check: (published) =>
      unless(
        cellsIn(
          published,
          ({ absent }) => absent === null,
          (cell) => cell === '',
        ).map(placeOf),
        '空にならない列に、空のセルがない',
      ),
  },
  {
    rule: 'L2-03',
    title: '項目名が重ならない',
    check: ({ read }) =>
      unless(
        read.filter((file) => new Set(headOf(file)).size !== headOf(file).length).map(({ path }) => path),
        'どの表でも、項目名は一度だけ',
      ),
  },
  {
    rule: 'L2-04',
    title: '選択肢の書き方が一つ',
    check: ({ read }) => {
      const coded = read.flatMap((file) =>
        file.table.columns.flatMap(({ name, codes }) => (codes === null ? [] : [{ file, name, codes }])),
      )
      return unless(
        coded.flatMap(({ file, name, codes }) =>
          cellsOf(
            file,
            (column) => column.name === name,
            (cell) => cell !== '' && !codes.some(({ value }) => value === cell),
          ).map(placeOf),
        ),
        `${String(coded.length)}個の列の値が、コードの表にある`,
      )
    },
  },
  {
    rule: 'L2-05',
    title: '「その他」の詳しい中身を分ける',
    check: (published) => {
      const others = published.written.flatMap(({ table }) =>
        table.columns.flatMap(({ codes }) => (codes ?? []).filter(({ label }) => label.includes('その他'))),
      )
      return others.length === 0
        ? notApplicable('「その他」という選択肢がない')
        : unless(
            cellsIn(
              published,
              ({ codes }) => codes !== null,
              (cell) => /その他.*[（(:：]/.test(cell),
            ).map(placeOf),
            '選択肢の列に、詳しい中身がない',
          )
    },
  },
  ofExcel('L2-06', '数式を値に直す'),
  {
    rule: 'L3-01',
    title: '一行目が項目名',
    check: ({ written }) =>
      unless(
        written
          .filter(({ text, table }) => text.split('\n')[0] !== table.columns.map(({ name }) => name).join(','))
          .map(({ path }) => path),
        'どのファイルも、一行目が項目名',
      ),
  },
  {
    rule: 'L3-02',
    title: 'コードの表がある',
    check: ({ written, package: described }) =>
      unless(
        written.flatMap(({ path, table }) =>
          table.columns
            .filter(({ codes }) => codes !== null)
            .filter(({ name, codes }) => {
              const field = described.resources
                .find((resource) => resource.name === table.name)
                ?.schema.fields.find((other) => other.name === name)
              return field?.categories?.length !== codes?.length
            })
            .map(({ name }) => `${path} の ${name}`),
        ),
        'datapackage.json に、すべてのコードと意味がある',
      ),
  },
  {
    rule: 'L3-03',
    title: '特殊記号の意味を書く',
    check: (published) => {
      const symbols = cellsIn(
        published,
        ({ type }) => type === 'integer',
        (cell) => /^\D+$/.test(cell),
      )
      const defined = new Set(
        published.package.resources.flatMap(({ schema }) =>
          schema.fields.flatMap(({ missingValues }) => missingValues.map(({ value }) => value)),
        ),
      )
      return symbols.length === 0
        ? notApplicable('数値の列に記号がない。空の意味は、列の説明にある')
        : unless(symbols.filter(({ cell }) => !defined.has(cell)).map(placeOf), '記号の意味が datapackage.json にある')
    },
  },
  {
    rule: 'L3-04',
    title: '単位を書く',
    check: ({ written }) =>
      unless(
        written.flatMap(({ path, table }) =>
          table.columns
            .filter(({ type, unit }) => type === 'integer' && (unit ?? '') === '')
            .map(({ name }) => `${path} の ${name}`),
        ),
        'どの数値の列にも、単位がある',
      ),
  },
  {
    rule: 'L3-05',
    title: '時間は西暦で',
    check: (published) =>
      unless(
        cellsIn(
          published,
          ({ name, type }) => type === 'date' || type === 'yearmonth' || name === 'fiscal_year',
          (cell) => cell !== '' && !/^\d{4}(?:-\d{2}){0,2}$/.test(cell),
        ).map(placeOf),
        '年度、月、日は西暦。印刷された和暦は別の列',
      ),
  },
  {
    rule: 'L3-06',
    title: '地域コードか正式な名前',
    check: (published) => {
      const codes = new Set(
        published.read
          .filter(({ table }) => table.name === 'municipalities')
          .flatMap((file) =>
            cellsOf(
              file,
              ({ name }) => name === 'code',
              () => true,
            ),
          )
          .map(({ cell }) => cell),
      )
      return unless(
        cellsIn(
          published,
          ({ name }) => name === 'municipality_code',
          (cell) => !codes.has(cell),
        ).map(placeOf),
        `全国地方公共団体コードを使い、${String(codes.size)}区市町村の表がある`,
      )
    },
  },
  {
    rule: 'L3-07',
    title: '年によって形が変わらない',
    check: ({ headingsByYear }) =>
      unless(
        headingsByYear.filter((headings) => headings !== headingsByYear[0]),
        `${String(headingsByYear.length)}年度分の列が同じ`,
      ),
  },
  {
    rule: 'L3-08',
    title: '定義、出どころ、更新の日、文字コード',
    check: ({ written, package: described, changed }) =>
      unless(
        [
          ...(changed.length > 0 && described.created.startsWith(changed[0] ?? '') ? [] : ['更新の日']),
          ...(described.sources.length > 0 ? [] : ['もとの資料']),
          ...['sheets', 'corrections']
            .filter((name) => !written.some(({ table }) => table.name === name))
            .map((name) => `更新の記録（${name}.csv）`),
          ...written.flatMap(({ path, text, table }) => [
            ...(text.startsWith('\uFEFF') ? [`${path} のBOM`] : []),
            ...(described.resources.find((resource) => resource.path === path)?.encoding === 'utf-8'
              ? []
              : [`${path} の文字コード`]),
            ...table.columns
              .filter(({ name, meaning, source }) => meaning === '' || source === '' || !/^[a-z][a-z0-9_]*$/.test(name))
              .map(({ name }) => `${path} の ${name}`),
          ]),
        ],
        '項目名は英数字。どの列にも意味と出どころ、更新の日と記録がある。文字コードはUTF-8で、BOM（文字コードの印）なし',
      ),
  },
  {
    rule: 'L3-09',
    title: '縦持ち形式',
    check: ({ written }) => {
      const rows = (name: string): number => written.find(({ table }) => table.name === name)?.table.rows.length ?? 0
      const columns =
        written
          .find(({ table }) => table.name === 'projects')
          ?.table.columns.filter(({ name }) => name.startsWith('target_')).length ?? 0
      return unless(
        rows('targets') === rows('projects') * columns ? [] : ['targets.csv の行の数'],
        `目標は targets.csv に、${String(rows('targets'))}行の縦持ちでもある`,
      )
    },
  },
]

/** What the files hold and break of the national rules for machine-readable data, each rule by a check of its own. */
export function audit(published: Published): Finding[] {
  const read = published.written.map((file) => ({ ...file, records: physicalRecords(file.text) }))
  return RULES.map(({ rule, title, check }) => ({ rule, title, ...check({ ...published, read }) }))
}
