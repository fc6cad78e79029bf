import { error, type Issue } from '../../plansheet/issue.ts'
import type { TableRow } from '../../register/table.ts'
import type { WordEntry } from '../../register/words.ts'
import type { SearchEntry } from '../programmes/entry.ts'
import { textOfAll } from '../programmes/texts.ts'
import { LONGEST_WORD, textOf, toKey, type WordGroup } from '../words/lexicon.ts'
import { normalizeText } from '../words/normalize.ts'

/**
 * Puts the rows of `data/words.csv` together to groups, and checks them against the programmes and the municipalities:
 * no word twice, one role a group, no word that leads nowhere.
 */
export function makeWordGroups(
  rows: readonly TableRow<WordEntry>[],
  file: string,
  entries: readonly SearchEntry[],
  municipalities: readonly { name: string }[],
): { words: WordGroup[]; issues: Issue[] } {
  const issues: Issue[] = []
  const fault = (line: number, found: string, expected: string, remedy: string): void => {
    issues.push(error('words', file, { line, found, expected, remedy }))
  }
  const texts = textOfAll(entries)
  const typed = new Map<string, number>()
  const groups = new Map<string, WordGroup & { line: number; isTyped: boolean }>()

  for (const { line, value } of rows) {
    const { group: name, role, word, reading } = value
    const known = groups.get(name)
    const group = known ?? { name, role: 'topic', words: [], near: [], not: [], line, isTyped: false }
    groups.set(name, group)
    if (role === 'near' || role === 'not') {
      if (group[role].includes(normalizeText(word)))
        fault(line, `「${word}」が「${name}」に2度ある`, '一度だけ', 'この行を消してください。')
      group[role].push(normalizeText(word))
      continue
    }
    const before = typed.get(toKey(word))
    if (before !== undefined)
      fault(line, `「${word}」が${before}行目にもある`, '一つの言葉は一度だけ', 'どちらかの行を消してください。')
    typed.set(toKey(word), line)
    if (group.isTyped && group.role !== role)
      fault(
        line,
        `「${name}」の役割が ${group.role} と ${role}`,
        '一つのまとまりに一つの役割',
        '役割をそろえてください。',
      )
    if (role === 'place' && !municipalities.some((municipality) => municipality.name === name))
      fault(
        line,
        `「${name}」`,
        '区市町村の名前',
        '役割が place の行は、group に municipalities.csv の名前を書きます。',
      )
    if (Math.max(normalizeText(word).length, reading.length) > LONGEST_WORD)
      fault(
        line,
        `「${word}」が長すぎる`,
        `${LONGEST_WORD}字までの言葉と読み`,
        '短い言葉に分けるか、言葉の終わりを省いてください。',
      )
    group.isTyped = true
    group.role = role
    group.words.push(reading === '' ? normalizeText(word) : `${normalizeText(word)}~${reading}`)
  }

  for (const { line, value } of rows) {
    const { group, role, word } = value
    if (groups.get(group)?.isTyped === false && groups.get(group)?.line === line)
      fault(
        line,
        `「${group}」には打ち込む言葉がない`,
        'near と not のほかの行が一つ以上',
        'まとまりの名前を確かめてください。',
      )
    const { words = [], near = [] } = groups.get(group) ?? {}
    if (role === 'not' && [...words.map(textOf), ...near].includes(normalizeText(word)))
      fault(
        line,
        `「${word}」は「${group}」の言葉でもある`,
        'まとまりの言葉を含む、意味の違う言葉',
        'どちらかの行を消してください。',
      )
    if (role === 'near' && !typed.has(toKey(word)) && !texts.includes(normalizeText(word)))
      fault(
        line,
        `「${word}」は、どの計画書にも、この表の打ち込む言葉にもない`,
        'どちらかにある言葉',
        '文字を確かめるか、この行を消してください。',
      )
  }
  return {
    words: [...groups.values()].map(({ name, role, words, near, not }) => ({ name, role, words, near, not })),
    issues,
  }
}
