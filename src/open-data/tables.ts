import type { Catalogue, CatalogueProject } from '../catalogue/catalogue.ts'
import { STREAM_LABELS } from '../plansheet/labels.ts'
import { FIELD_WORDS } from '../words/field.ts'
import { noticeWords } from '../words/notice.ts'
import { targetWords } from '../words/project.ts'
import { FAMILIES } from '../words/tags.ts'
import { makeTable, type Column, type Table } from './table.ts'

const OURS = 'このサイト'
const STREAMS = Object.entries(STREAM_LABELS).map(([value, label]) => ({ value, label }))
const NOT_STATED = '計画書に「-」と印刷されている'

/** The reference from a column to the programmes. */
const TO_PROJECT = { column: 'id', table: 'projects', to: 'id' }
const idColumn = <T extends { id: string }>(): Column<T> => ({
  name: 'id',
  heading: 'ID',
  meaning: '事業のID。変わらない',
  source: OURS,
  path: 'id',
  value: ({ id }) => id,
})
const yearColumn = <T extends { fiscalYear: number }>(): Column<T> => ({
  name: 'fiscal_year',
  heading: '年度（西暦）',
  type: 'integer',
  unit: '西暦年',
  meaning: 'その年の4月から翌年の3月まで',
  source: '計画書の題。西暦に直した',
  path: 'fiscalYear',
  value: ({ fiscalYear }) => fiscalYear,
})
const streamColumn = <T extends { stream: string }>(): Column<T> => ({
  name: 'stream',
  heading: '表',
  meaning: '計画書の二つの表のどちらか',
  source: '計画書の表の題',
  codes: STREAMS,
  path: 'stream',
  value: ({ stream }) => stream,
})

const TARGET_NAMES = {
  workers: { name: 'target_workers_persons', heading: '目標 雇用・就業者数（人）' },
  recruitingEstablishments: { name: 'target_recruiting_establishments', heading: '目標 人材獲得事業所数（事業所）' },
  supportedEstablishments: { name: 'target_supported_establishments', heading: '目標 支援事業所数（事業所）' },
}

/** The targets of a programme that states none: what their columns are called does not depend on a programme. */
const NO_TARGETS = { targets: { workers: null, recruitingEstablishments: null, supportedEstablishments: null } }

const targetColumns = (): Column<CatalogueProject>[] =>
  targetWords(NO_TARGETS).map(({ key, label, meaning, unit }) => ({
    ...TARGET_NAMES[key],
    type: 'integer',
    unit,
    meaning,
    source: `計画書の「目標 ${label}」`,
    absent: `${NOT_STATED}。0は、計画書に「0」と印刷されているときだけ`,
    path: `targets.${key}`,
    value: ({ targets }) => targets[key],
  }))

/** The programmes, a row each. */
export const projectsTable = (
  { categories }: Pick<Catalogue, 'categories'>,
  projects: readonly CatalogueProject[],
): Table =>
  makeTable(
    {
      name: 'projects',
      title: '事業',
      description: '計画書の一行が、一つの行です。',
      key: ['id'],
      references: [
        { column: 'municipality_code', table: 'municipalities', to: 'code' },
        { column: 'category', table: 'categories', to: 'key' },
        { column: 'fiscal_year', table: 'sheets', to: 'fiscal_year' },
      ],
    },
    [
      idColumn(),
      yearColumn(),
      streamColumn(),
      {
        name: 'number',
        heading: '番号',
        type: 'integer',
        unit: 'なし（順番を表す番号）',
        meaning: '表の中の番号',
        path: 'number',
        value: ({ number }) => number,
      },
      {
        name: 'municipality_code',
        heading: '全国地方公共団体コード',
        meaning: '事業を行う区市町村の、6桁のコード',
        source: '総務省の全国地方公共団体コード',
        path: 'municipality.code',
        value: ({ municipality }) => municipality.code,
      },
      {
        name: 'municipality',
        heading: '区市町村',
        meaning: '事業を行う区市町村',
        path: 'municipality.name',
        value: ({ municipality }) => municipality.name,
      },
      {
        name: 'theme',
        heading: 'テーマ',
        meaning: 'モデル事業のテーマ。二つあるときは「／」で分けて印刷されている',
        source: '計画書のモデル事業の表の、テーマの欄',
        absent: '区市町村の事業の表には、この欄がない',
        path: 'theme',
        value: ({ theme }) => theme,
      },
      {
        name: 'name',
        heading: '事業名',
        meaning: '印刷のまま。欄の幅で折り返した行は、つないだ',
        absent: '計画書のデータに事業名がない',
        path: 'name',
        value: ({ name }) => name,
      },
      {
        name: 'summary',
        heading: '事業概要',
        meaning: '印刷のまま。段落は空白でつないだ（JSONでは分かれている）',
        path: 'summary',
        value: ({ summary }) => summary.join(' '),
      },
      {
        name: 'category',
        heading: '事業分類',
        meaning: '労働力確保事業か処遇改善事業',
        codes: categories.map(({ key, label }) => ({ value: key, label })),
        path: 'category',
        value: ({ category }) => category,
      },
      {
        name: 'amount_thousand_yen',
        heading: '事業額（千円）',
        type: 'integer',
        unit: '千円',
        meaning: '予定の額。実績ではない',
        path: 'amountThousandYen',
        value: ({ amountThousandYen }) => amountThousandYen,
      },
      ...targetColumns(),
      {
        name: 'start_month',
        heading: '事業開始（予定）月',
        type: 'yearmonth',
        meaning: '西暦の年と月（YYYY-MM）',
        source: '計画書の「事業開始（予定）月」。西暦に直した',
        absent: NOT_STATED,
        path: 'startMonth',
        value: ({ startMonth }) => startMonth,
      },
      {
        name: 'start_month_printed',
        heading: '事業開始（予定）月（印刷のまま）',
        meaning: '和暦など、印刷された書き方',
        source: '計画書の「事業開始（予定）月」',
        path: 'startMonthPrinted',
        value: ({ startMonthPrinted }) => startMonthPrinted,
      },
      {
        name: 'url',
        heading: 'URL',
        meaning: '区市町村のページのアドレス。計画書のもので、今はないことがある',
        absent: `${NOT_STATED}か、アドレスがない`,
        path: 'url',
        value: ({ url }) => url,
      },
      {
        name: 'contact_department',
        heading: '問合せ先 部署',
        meaning: '部署の名前',
        source: '計画書の「問合せ先」',
        path: 'contact.department',
        value: ({ contact }) => contact.department,
      },
      {
        name: 'contact_phone',
        heading: '問合せ先 電話',
        meaning: '電話番号。半角の数字とハイフン',
        source: '計画書の「問合せ先」',
        path: 'contact.phone',
        value: ({ contact }) => contact.phone,
      },
      {
        name: 'contact_extension',
        heading: '問合せ先 内線',
        meaning: '内線の番号',
        source: '計画書の「問合せ先」',
        absent: '内線の記載がない',
        path: 'contact.extension',
        value: ({ contact }) => contact.extension,
      },
      {
        name: 'contact_note',
        heading: '問合せ先 電話の注',
        meaning: '電話番号のかっこ書き（直通など）',
        source: '計画書の「問合せ先」',
        absent: 'かっこ書きがない',
        path: 'contact.note',
        value: ({ contact }) => contact.note,
      },
    ],
    projects,
  )

/** The same targets in long form: a row for each programme and target. */
export const targetsTable = (projects: readonly CatalogueProject[]): Table =>
  makeTable(
    {
      name: 'targets',
      title: '目標（縦に並べたもの）',
      description: '一つの事業の三つの目標が、三つの行です。',
      key: ['id', 'target'],
      references: [TO_PROJECT],
    },
    [
      idColumn(),
      {
        name: 'target',
        heading: '目標の種類',
        meaning: '何の目標か',
        source: '計画書の「目標」の見出し',
        codes: targetWords(NO_TARGETS).map(({ key, label }) => ({ value: TARGET_CODES[key], label })),
        value: ({ key }) => TARGET_CODES[key],
      },
      {
        name: 'unit',
        heading: '単位',
        meaning: '目標が数えるもの',
        source: OURS,
        codes: [
          { value: 'persons', label: '人' },
          { value: 'establishments', label: '事業所' },
        ],
        value: ({ unit }) => (unit === '人' ? 'persons' : 'establishments'),
      },
      {
        name: 'value',
        heading: '目標の数',
        type: 'integer',
        unit: '同じ行の「単位」の列による',
        meaning: '目標の数',
        source: '計画書の「目標」',
        absent: '理由は absence の列にある',
        value: ({ value }) => value,
      },
      {
        name: 'absence',
        heading: '空の理由',
        meaning: 'value の列が空である理由',
        source: OURS,
        absent: 'value の列に数がある',
        codes: [{ value: 'not_stated', label: NOT_STATED }],
        value: ({ value }) => (value === null ? 'not_stated' : null),
      },
    ] satisfies Column<{ id: string } & ReturnType<typeof targetWords>[number]>[],
    projects.flatMap((project) => targetWords(project).map((target) => ({ id: project.id, ...target }))),
  )

const TARGET_CODES = {
  workers: 'workers',
  recruitingEstablishments: 'recruiting_establishments',
  supportedEstablishments: 'supported_establishments',
}

const municipalitiesTable = ({ municipalities }: Catalogue): Table =>
  makeTable(
    {
      name: 'municipalities',
      title: '区市町村',
      description: '東京都の62の区市町村です。事業のない所も入っています。',
      key: ['code'],
    },
    [
      {
        name: 'code',
        heading: '全国地方公共団体コード',
        meaning: '6桁。最後は検査数字',
        source: '総務省の全国地方公共団体コード',
        value: ({ code }) => code,
      },
      {
        name: 'name',
        heading: '区市町村',
        meaning: '名前',
        source: '総務省の全国地方公共団体コード',
        value: ({ name }) => name,
      },
      { name: 'kana', heading: '読み', meaning: 'ひらがなの読み', source: OURS, value: ({ kana }) => kana },
      {
        name: 'romaji',
        heading: 'ローマ字',
        meaning: 'ページのアドレスになる',
        source: OURS,
        value: ({ romaji }) => romaji,
      },
    ],
    municipalities,
  )

const categoriesTable = ({ categories }: Catalogue): Table =>
  makeTable(
    { name: 'categories', title: '事業分類', description: '事業分類のコード表です。', key: ['key'] },
    [
      { name: 'key', heading: 'コード', meaning: '表の中での書き方', source: OURS, value: ({ key }) => key },
      { name: 'label', heading: '事業分類', meaning: '印刷された名前', value: ({ label }) => label },
      { name: 'meaning', heading: '説明', meaning: '短い説明', source: OURS, value: ({ meaning }) => meaning },
    ],
    categories,
  )

const sheetsTable = ({ sheets }: Catalogue): Table =>
  makeTable(
    { name: 'sheets', title: '計画書', description: 'もとにした計画書です。', key: ['fiscal_year'] },
    [
      yearColumn(),
      { name: 'title', heading: '題', meaning: '印刷された題', source: '計画書の題', value: ({ title }) => title },
      { name: 'source', heading: '入手元', meaning: 'どこから来たか', source: OURS, value: ({ source }) => source },
      {
        name: 'obtained',
        heading: '入手した日',
        type: 'date',
        meaning: '計画書がこのサイトに入った日',
        source: OURS,
        value: ({ obtained }) => obtained,
      },
      {
        name: 'sha256',
        heading: 'SHA-256',
        meaning: '計画書のファイルが書き換えられていないことを確かめる値',
        source: OURS,
        value: ({ sha256 }) => sha256,
      },
    ],
    sheets.map(({ entry }) => entry),
  )

const totalsTable = ({ sheets }: Catalogue): Table =>
  makeTable(
    {
      name: 'totals',
      title: '合計の検算',
      description: '計画書に印刷された合計と、各行を足した数です。',
      key: ['fiscal_year', 'stream', 'column'],
      references: [{ column: 'fiscal_year', table: 'sheets', to: 'fiscal_year' }],
    },
    [
      yearColumn(),
      streamColumn(),
      {
        name: 'column',
        heading: '列',
        meaning: '足した列の、projects.csv での名前',
        source: OURS,
        value: ({ column }) => column,
      },
      {
        name: 'printed_total',
        heading: '印刷された合計',
        type: 'integer',
        unit: '列の名前にある単位',
        meaning: '計画書の合計の行にある数',
        source: '計画書の「合計」',
        absent: '計画書に合計の行がない',
        value: ({ printed }) => printed,
      },
      {
        name: 'added_total',
        heading: '足した合計',
        type: 'integer',
        unit: '列の名前にある単位',
        meaning: '各行を足した数。記載のない行は足していない。訂正する前の値',
        source: OURS,
        value: ({ added }) => added,
      },
    ],
    sheets.flatMap(({ entry: { fiscalYear }, totals }) =>
      totals.flatMap(({ stream, printedTotal, total }) =>
        (['amountThousandYen', 'workers', 'recruitingEstablishments', 'supportedEstablishments'] as const).map(
          (key) => ({
            fiscalYear,
            stream,
            column: key === 'amountThousandYen' ? 'amount_thousand_yen' : TARGET_NAMES[key].name,
            printed: printedTotal?.[key] ?? null,
            added: total[key],
          }),
        ),
      ),
    ),
  )

const tagsTable = ({ tags }: Catalogue): Table =>
  makeTable(
    {
      name: 'tags',
      title: '札',
      description: 'このサイトが事業に付けた札の一覧です。計画書にはありません。',
      key: ['key'],
    },
    [
      { name: 'key', heading: 'コード', meaning: '表の中での書き方', source: OURS, value: ({ key }) => key },
      {
        name: 'family',
        heading: '組',
        meaning: '何についての札か',
        source: OURS,
        codes: FAMILIES.map(({ family, title }) => ({ value: family, label: title })),
        value: ({ family }) => family,
      },
      { name: 'label', heading: '札', meaning: '画面での名前', source: OURS, value: ({ label }) => label },
      { name: 'meaning', heading: '説明', meaning: '短い説明', source: OURS, value: ({ meaning }) => meaning },
    ],
    tags,
  )

const projectTagsTable = (projects: readonly CatalogueProject[]): Table =>
  makeTable(
    {
      name: 'project-tags',
      title: '事業の札',
      description: 'このサイトが文字から読み取った札と、その根拠の文字です。',
      key: ['id', 'tag', 'evidence'],
      references: [TO_PROJECT, { column: 'tag', table: 'tags', to: 'key' }],
    },
    [
      idColumn(),
      { name: 'tag', heading: '札', meaning: '札のコード', source: OURS, value: ({ tag }) => tag },
      {
        name: 'evidence',
        heading: '根拠の文字',
        meaning: '事業名・テーマ・事業概要にある、札の根拠にした文字',
        source: '計画書の文字',
        value: ({ evidence }) => evidence,
      },
    ],
    projects.flatMap(({ id, tags }) =>
      tags.flatMap(({ tag, evidence }) =>
        [...new Set(evidence.map(({ text }) => text))].map((text) => ({ id, tag: tag.key, evidence: text })),
      ),
    ),
  )

const noticesTable = (projects: readonly CatalogueProject[]): Table =>
  makeTable(
    {
      name: 'notices',
      title: '推定・修復したところ',
      description: '計画書のデータから、そのままでは読めなかったところです。',
      key: ['id', 'note'],
      references: [TO_PROJECT],
    },
    [
      idColumn(),
      { name: 'rule', heading: '規則', meaning: '見つけた規則の名前', source: OURS, value: ({ rule }) => rule },
      {
        name: 'field',
        heading: '項目',
        meaning: 'projects.json での項目の名前',
        source: OURS,
        absent: '行の全体について',
        value: ({ field }) => field,
      },
      {
        name: 'line',
        heading: '行',
        type: 'integer',
        unit: 'なし（行の番号）',
        meaning: '計画書のデータの、何行目にあるか',
        source: OURS,
        absent: '一つの行に決まらない',
        value: ({ line }) => line,
      },
      { name: 'note', heading: '注記', meaning: '見つけたことと、したこと', source: OURS, value: ({ note }) => note },
    ],
    projects.flatMap(({ id, notices }) => {
      const rows = notices.map((notice) => ({
        id,
        rule: notice.code,
        field: notice.field,
        line: notice.line,
        note: noticeWords(notice),
      }))
      return rows.filter(({ note }, at) => rows.findIndex((other) => other.note === note) === at)
    }),
  )

const correctionsTable = (projects: readonly CatalogueProject[]): Table =>
  makeTable(
    {
      name: 'corrections',
      title: '訂正',
      description: '人が計画書を確かめて、直したところです。',
      key: ['id', 'field'],
      references: [TO_PROJECT],
    },
    [
      idColumn(),
      {
        name: 'field',
        heading: '項目',
        meaning: 'projects.json での項目の名前',
        source: OURS,
        codes: Object.entries(FIELD_WORDS).map(([value, label]) => ({ value, label })),
        value: ({ field }) => field,
      },
      {
        name: 'printed',
        heading: '印刷された値',
        meaning: '計画書から読んだ値',
        source: '計画書',
        absent: '計画書に記載がない',
        value: ({ printed }) => (printed === '' ? null : printed),
      },
      {
        name: 'corrected',
        heading: '直した値',
        meaning: '今のデータにある値',
        source: OURS,
        absent: '記載なしに直した',
        value: ({ corrected }) => (corrected === '' ? null : corrected),
      },
      { name: 'reason', heading: '理由', meaning: '直した理由', source: OURS, value: ({ reason }) => reason },
      {
        name: 'evidence',
        heading: '根拠',
        meaning: '確かめた資料や相手',
        source: OURS,
        value: ({ evidence }) => evidence,
      },
      { name: 'date', heading: '直した日', type: 'date', meaning: '直した日', source: OURS, value: ({ date }) => date },
    ],
    projects.flatMap(({ corrections }) => corrections),
  )

/** How each table of the catalogue is made; the programmes come first. */
export const TABLES: ((catalogue: Catalogue) => Table)[] = [
  (catalogue) => projectsTable(catalogue, catalogue.projects),
  ({ projects }) => targetsTable(projects),
  municipalitiesTable,
  categoriesTable,
  sheetsTable,
  totalsTable,
  tagsTable,
  ({ projects }) => projectTagsTable(projects),
  ({ projects }) => noticesTable(projects),
  ({ projects }) => correctionsTable(projects),
]

/** All tables of the catalogue. */
export const tablesOf = (catalogue: Catalogue): Table[] => TABLES.map((make) => make(catalogue))
