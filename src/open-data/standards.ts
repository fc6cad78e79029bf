import { changedOn } from '../catalogue/changes.ts'
import type { Catalogue, CatalogueProject } from '../catalogue/catalogue.ts'
import { projectTitle } from '../words/project.ts'
import { makeTable, type Column, type Table } from './table.ts'

/** What a row of a national standard is made from. */
interface Row {
  project: CatalogueProject
  page: string
  changed: string
  /** The title of the plan sheet. */
  sheet: string
}

/** A column of a standard: its heading there, what of ours goes into it, and the most characters it may hold. */
interface Mapped {
  heading: string
  mapping: string
  most?: number
  value?: (row: Row) => string | null
}

const NOTHING = '空。計画書に、この欄にあたるものがない'
const TITLE_MOST = 40
const KEYWORDS_MOST = 5
const KEYWORD_MOST = 20

const isLong = ({ name }: CatalogueProject): boolean => [...(name ?? '')].length > TITLE_MOST

/** A name that fits: of a longer one the beginning, with the whole name before the contents (see contentsOf). */
const titleOf = ({ project }: Row): string => {
  const title = projectTitle(project)
  return [...title].length <= TITLE_MOST ? title : `${[...title].slice(0, TITLE_MOST - 1).join('')}…`
}
const contentsOf = ({ project }: Row): string =>
  [...(isLong(project) ? [project.name] : []), ...project.summary].join(' ')
const keywordsOf = ({ project }: Row): string =>
  project.tags
    .map(({ tag }) => tag.label)
    .filter((label) => [...label].length <= KEYWORD_MOST)
    .slice(0, KEYWORDS_MOST)
    .join(';')
const contactOf = ({ project: { municipality, contact } }: Row): string =>
  [
    municipality.name,
    contact.department,
    `電話 ${contact.phone}`,
    contact.extension === null ? '' : `内線 ${contact.extension}`,
    contact.note ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ')
const linkOf = ({ project, page }: Row): string => project.url ?? page

const TITLE = {
  mapping: `事業名。${TITLE_MOST}文字を超える名前は、${TITLE_MOST - 1}文字と「…」にし、全部の名前を「内容」の初めに置く。名前の記載がない事業には、このサイトが付けた説明を入れる`,
  most: TITLE_MOST,
  value: titleOf,
}
const CONTENTS = { mapping: '事業概要の全文。標準の長さを超えても切らない', most: 5000, value: contentsOf }
const KEYWORDS = {
  mapping: `このサイトが読み取った札。${KEYWORDS_MOST}つまで、「;」で分ける。${KEYWORD_MOST}文字を超える札は入れない`,
  value: keywordsOf,
}
const LINK = { mapping: '計画書のURL。なければ、このサイトの事業のページ', most: 500, value: linkOf }
const PLACE = { mapping: '区市町村', value: ({ project }: Row) => project.municipality.name }

/** Columns of a standard that the plan sheets have nothing for. */
function empty(...headings: string[]): Mapped[] {
  return headings.map((heading) => ({ heading, mapping: NOTHING }))
}

/** 自治体標準オープンデータセット「支援制度（給付金）情報」の列。 */
const SHIEN: Mapped[] = [
  { heading: '制度番号', mapping: 'ID', value: ({ project }) => project.id },
  {
    heading: '全国地方公共団体コード',
    mapping: '全国地方公共団体コード',
    most: 6,
    value: ({ project }) => project.municipality.code,
  },
  ...empty('法人番号', '元制度番号', '制度変更区分'),
  { heading: 'タイトル（制度名）', ...TITLE },
  ...empty('サブタイトル（通称）', '対象者', '用途・対象物'),
  { heading: '対象地域', ...PLACE },
  ...empty('対象地域群'),
  { heading: '概要', mapping: '空。計画書の事業概要は長いので、切らずに「内容」に入れる' },
  { heading: '内容', ...CONTENTS },
  ...empty('利用・申請方法', '受付開始日', '受付終了日', '受付備考', '根拠法令'),
  { heading: '詳細参照先', ...LINK },
  { heading: '実施組織・支援機関', ...PLACE, most: 100 },
  { heading: 'お問い合わせ先', mapping: '区市町村、部署、電話、内線、電話の注', most: 1000, value: contactOf },
  ...empty('電子申請URL', '標準産業分類', 'ステージ/お困りごと分類', '災害名'),
  { heading: 'キーワード', ...KEYWORDS },
  {
    heading: '制度集',
    mapping: '計画書の題と年度',
    value: ({ project }) => `${String(project.fiscalYear)}年度の計画書`,
  },
  ...empty('公開日', '公開終了日'),
]

/** 政府相互運用性フレームワーク（GIF）451-4「制度」の項目。 */
const GIF: Mapped[] = [
  { heading: '制度所管組織', ...PLACE },
  { heading: 'タイトル（制度名）', ...TITLE },
  ...empty('サブタイトル（通称）'),
  { heading: '制度番号', mapping: 'ID', value: ({ project }) => project.id },
  ...empty('元制度番号', '制度変更区分', '根拠法令', '地域群'),
  { heading: '地域', ...PLACE },
  { heading: '概要', mapping: '空。計画書の事業概要は長いので、切らずに「内容」に入れる' },
  { heading: '内容', ...CONTENTS },
  ...empty(
    '対象者',
    '用途・対象物',
    '収入条件',
    '家族構成条件',
    '対象者条件',
    '従業員条件',
    '資本金条件',
    '創業年条件',
  ),
  ...empty('給付上限額', '最大金利', '借入限度額', '償還期限', '最大補助率', '費用'),
  { heading: '予算枠の有無', mapping: '空。事業額は計画の額で、枠の有無は書かれていない' },
  ...empty('申請届出方法', '募集時期', '公募開始日', '公募終了日', '公募備考', '手続書類', '電子申請の有無'),
  ...empty('添付ファイルの名称', '添付ファイル名'),
  {
    heading: '詳細参照先',
    mapping: '詳細URLが、区市町村のページか、このサイトの事業のページか',
    value: ({ project }) =>
      project.url === null ? 'このサイトの事業のページ' : `${project.municipality.name}のページ`,
  },
  { heading: '詳細URL', ...LINK },
  ...empty('標準産業分類', 'ステージとアクション', '事業ステージ', 'お困りごと'),
  { heading: 'サービス種別', mapping: '事業分類', value: ({ project }) => project.categoryLabel },
  ...empty('災害名'),
  { heading: 'キーワード', ...KEYWORDS },
  { heading: '実施組織・支援機関', ...PLACE },
  { heading: 'お問い合わせ先', mapping: '区市町村、部署、電話、内線、電話の注', value: contactOf },
  ...empty('お問い合わせ一覧'),
  { heading: '連絡先名称', mapping: '問合せ先の部署', value: ({ project }) => project.contact.department },
  ...empty('連絡先用途'),
  { heading: '連絡先電話番号', mapping: '問合せ先の電話', value: ({ project }) => project.contact.phone },
  ...empty('連絡先メールアドレス'),
  { heading: '連絡先URL', mapping: '計画書のURL', value: ({ project }) => project.url },
  ...empty('連絡先SNS', '連絡先住所'),
  {
    heading: '連絡先備考',
    mapping: '内線と、電話の注',
    value: ({ project: { contact } }) =>
      [contact.extension === null ? '' : `内線 ${contact.extension}`, contact.note ?? '']
        .filter((part) => part !== '')
        .join(' '),
  },
  ...empty('公開開始日', '公開終了日'),
  { heading: '最終更新日', mapping: '計画書が入った日か、訂正した日の、新しい方', value: ({ changed }) => changed },
  ...empty('表示優先度'),
]

/** What the plan sheets state and no column of the standards takes. */
export const WITHOUT_PLACE = ['事業額', '目標の三つの数', '事業開始（予定）月', 'モデル事業のテーマ']

const toColumns = (mapped: readonly Mapped[]): Column<Row>[] =>
  mapped.map(({ heading, mapping, most, value }) => ({
    name: heading,
    heading,
    meaning: mapping,
    unit: most === undefined ? null : `${String(most)}文字まで`,
    value: (row) => {
      const text = value?.(row) ?? null
      return text === '' ? null : text
    },
  }))

/** The programmes in the columns of the national standards, each with what of ours goes where as its meaning. */
export function standardTables(catalogue: Catalogue, pageOf: (project: { id: string }) => string): Table[] {
  const titles = new Map(catalogue.sheets.map(({ entry }) => [entry.fiscalYear, entry.title]))
  const rows = catalogue.projects.map((project) => ({
    project,
    page: pageOf(project),
    changed: changedOn(catalogue, project),
    sheet: titles.get(project.fiscalYear) ?? '',
  }))
  const table = (name: string, title: string, mapped: readonly Mapped[]): Table =>
    makeTable(
      { name, title, description: `${title}の列に合わせた表です。`, key: ['制度番号'] },
      toColumns(mapped),
      rows,
    )
  return [
    table('shien-seido', '自治体標準オープンデータセット 支援制度', SHIEN),
    table('gif-seido', 'GIF（政府相互運用性フレームワーク）制度', GIF),
  ]
}
