import type { Tag } from '../register/tags.ts'

/** The families of tags in the order of the pages, and what they are called. */
export const FAMILIES: { family: Tag['family']; title: string; lead: string }[] = [
  { family: 'whom', title: 'だれのため', lead: 'だれのための事業か' },
  { family: 'help', title: '何をしてくれる', lead: 'どんな助けがあるか' },
  { family: 'field', title: '分野', lead: '何の仕事か' },
]

export const TAGS_ARE_OURS =
  '計画書にはこの分け方がありません。このサイトが、事業名・テーマ・事業概要の文字から読み取りました。'
