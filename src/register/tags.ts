import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import type { Category } from '../plansheet/schema.ts'
import { TAG_FAMILIES } from '../words/tag-families.ts'
import { readTable, tableFault } from './table.ts'

/** Tags in a family: the search keeps each as a bit of one number. */
const MOST = 32

/** `workforce` and `conditions`: the word counts in programmes of that 事業分類 alone. */
export const WORD_ROLES = ['word', 'workforce', 'conditions', 'not'] as const

const tagSchema = z.strictObject({
  family: z.enum(TAG_FAMILIES, `組: ${TAG_FAMILIES.join('、')}`),
  key: z.string().regex(/^[a-z][a-z-]*$/, '英小文字とハイフン（ページのアドレスになる）'),
  label: z.string().min(1, '札の名前'),
  meaning: z.string().min(1, '札の意味'),
})
const wordSchema = z.strictObject({
  tag: z.string(),
  role: z.enum(WORD_ROLES, `役割: ${WORD_ROLES.join('、')}`),
  word: z.string().min(2, '言葉（2文字以上）'),
})
const judgmentSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-m?\d{2,}$/, '事業のID（例: 2021-11）'),
  tag: z.string(),
  evidence: z.string().min(1, '根拠の文字'),
})

/** A tag that the catalogue reads out of texts, and the words by which it does. */
export interface Tag extends z.infer<typeof tagSchema> {
  words: { word: string; category: Category | null }[]
  /** Longer words that hold one of them and are no evidence. */
  not: string[]
}

/** What a person found by reading: a tag holds for a programme. */
export type Judgment = z.infer<typeof judgmentSchema>

/** Reads `data/tags.csv` and `data/tag-words.csv`. */
export function readTags(
  tags: { text: string; file: string },
  words: { text: string; file: string },
): { tags: Tag[]; issues: Issue[] } {
  const named = readTable(tags.text, tags.file, ['family', 'key', 'label', 'meaning'], tagSchema)
  const listed = readTable(words.text, words.file, ['tag', 'role', 'word'], wordSchema)
  const issues = [...named.issues, ...listed.issues]
  const fault = (file: string, line: number, found: string, expected: string): void => {
    issues.push(tableFault(file, line, found, expected))
  }
  const known = new Map<string, Tag>()
  for (const { line, value } of named.rows) {
    if (known.has(value.key)) fault(tags.file, line, `${value.key} が2度ある`, '一つの札は一度だけ')
    known.set(value.key, { ...value, words: [], not: [] })
  }
  for (const family of TAG_FAMILIES) {
    const beyond = named.rows.filter(({ value }) => value.family === family)[MOST]
    if (beyond !== undefined)
      fault(tags.file, beyond.line, `${family} の組に${MOST + 1}枚目の札`, `一つの組に${MOST}枚まで`)
  }
  for (const { line, value } of listed.rows) {
    const tag = known.get(value.tag)
    const { role, word } = value
    if (tag === undefined) fault(words.file, line, `tag の列に「${value.tag}」`, 'tags.csv にある札')
    else if (tag.not.includes(word) || tag.words.some((other) => other.word === word))
      fault(words.file, line, `「${word}」が2度ある`, '一つの言葉は一度だけ')
    else if (role === 'not') tag.not.push(word)
    else tag.words.push({ word, category: role === 'word' ? null : role })
  }
  for (const { line, value } of listed.rows) {
    const tag = known.get(value.tag)
    if (value.role === 'not' && tag !== undefined && !tag.words.some(({ word }) => value.word.includes(word)))
      fault(words.file, line, `「${value.word}」は、どの word の言葉も含まない`, 'word の言葉を含む、長い言葉')
  }
  for (const { line, value } of named.rows)
    if (listed.issues.length === 0 && known.get(value.key)?.words.length === 0)
      fault(tags.file, line, `${value.key} には言葉がない`, 'tag-words.csv に一つ以上の言葉')
  return { tags: [...known.values()], issues }
}

/** Reads `data/tag-judgments.csv`; each tag must be one of `tags`, and stands once for a programme. */
export function readJudgments(
  text: string,
  file: string,
  tags: readonly Tag[],
): { judgments: Judgment[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['id', 'tag', 'evidence'], judgmentSchema)
  const seen = new Set<string>()
  for (const { line, value } of rows) {
    const pair = `${value.id} の ${value.tag}`
    if (tags.length > 0 && !tags.some(({ key }) => key === value.tag))
      issues.push(tableFault(file, line, `tag の列に「${value.tag}」`, 'tags.csv にある札'))
    if (seen.has(pair)) issues.push(tableFault(file, line, `${pair} が2度ある`, '一つの事業に一つの札は一度だけ'))
    seen.add(pair)
  }
  return { judgments: rows.map(({ value }) => value), issues }
}
