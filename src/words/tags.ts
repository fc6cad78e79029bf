import { TAG_FAMILIES, type TagFamily } from './tag-families.ts'

const TITLES: Record<TagFamily, { title: string; lead: string }> = {
  whom: { title: 'だれのため', lead: 'だれのための事業か' },
  help: { title: '何をしてくれる', lead: 'どんな助けがあるか' },
  field: { title: '分野', lead: '何の仕事か' },
}

/** The families of tags in the order of the pages, and what they are called. */
export const FAMILIES = TAG_FAMILIES.map((family) => ({ family, ...TITLES[family] }))

export const TAGS_ARE_OURS =
  '計画書にはこの分け方がありません。このサイトが、事業名・テーマ・事業概要の文字から読み取りました。'
