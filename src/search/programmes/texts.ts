import type { AgeRange } from '../numbers/ages.ts'
import type { Form, Lexicon, WordGroup } from '../words/lexicon.ts'
import { normalizeText } from '../words/normalize.ts'
import { occurrences } from '../words/occurrences.ts'
import type { SearchEntry, ShownEntry } from './entry.ts'
import { alike, gathered, type Scores } from './scores.ts'

/** Where a word is looked for. `text`: all but the department. `all`: also there. `key`: it is one of `keysOf`. */
export type Where = 'text' | 'all' | 'key'

/** Ages that texts print, and the programmes that print them. */
export interface Aged {
  ranges: AgeRange[]
  indexes: Iterable<number>
}

/** The programmes, to be asked for words. */
export interface Texts {
  /** How strongly each programme holds a word; one of a group is looked for where `whereKnown` says. */
  scores: (form: Pick<Form, 'text' | 'group'>, where: Where) => Scores
  /** How strongly each programme holds what a group means, by any of its words. */
  ofGroup: (group: WordGroup) => Scores
  /** True for a word whose programmes were not all read: some of them may not hold it. */
  isRough: (text: string) => boolean
  ages: () => readonly Aged[]
  /** By programme its title, and what it does, sentence by sentence; null where that is not known. */
  measures: string[][] | null
}

type Field = 'name' | 'theme' | 'category' | 'summary' | 'department'
export type Fields = Record<Field, string>

// How much a match in each field counts. With 3 for a name, plans whose names say little ranked lower, others alike.
const WEIGHTS: Record<Field, number> = {
  name: 2,
  theme: 2,
  category: 1.5,
  summary: 1,
  department: 1,
}
const FIELDS = Object.keys(WEIGHTS) as Field[]
// What a summary says first, it is about.
const EARLY = 80
// One of many measures is a small part of a programme. A summary of one sentence may name many, too.
const FEW = 2
// Of more sentences nobody reads.
const MEASURES = 32

/** The texts of a programme that words are looked for in, normalised. */
export const fieldsOf = (entry: ShownEntry): Fields => ({
  name: normalizeText(entry.name ?? ''),
  theme: normalizeText(entry.theme ?? ''),
  category: normalizeText(entry.stream === 'model' ? `${entry.categoryLabel} モデル事業` : entry.categoryLabel),
  summary: normalizeText(entry.summary.join('\n')),
  // Written in one, or not: 産業経済部産業振興課.
  department: normalizeText(entry.department).replaceAll(' ', ''),
})

/** What a word counts more that a summary says early, or in many of its sentences. */
const ofSummary = (summary: string, found: readonly number[]): number =>
  ((found[0] ?? 0) < EARLY ? 0.3 : 0) +
  Math.min(0.5, found.length / (2 * Math.max(FEW, summary.split('。').length - 1)))

/** 就労支援課 is one department's name, and only the end of 消費生活就労支援課. */
const ofDepartment = (department: string, [at = 0]: readonly number[]): number =>
  Number(at === 0 || /[部局室]/.test(department.charAt(at - 1)))

/** How strongly a programme's texts hold a normalised word: 0 where they do not. */
export function scoreOf(fields: Fields, word: string, where: Where, not: readonly string[]): number {
  let score = 0
  for (const field of FIELDS) {
    if (field === 'department' && where === 'text') continue
    const text = fields[field]
    const found = occurrences(text, word, not)
    if (found.length === 0) continue
    const more = field === 'summary' ? ofSummary(text, found) : field === 'department' ? ofDepartment(text, found) : 0
    score += WEIGHTS[field] * (1 + more + 0.1 * (Math.min(found.length, 4) - 1))
  }
  return score
}

// What one of the words that mean the same counts, above those that are near.
const SAME = 1.5
const PARTLY = 0.4

/**
 * How strongly a programme holds what a group means: the best of the words that mean the same, and what is near.
 * Departments are not asked: 産業振興課 offers more than its name says.
 */
export function groupScoreOf(fields: Fields, forms: readonly Form[], longer: Lexicon['longer'], whole: string): number {
  let same = 0
  let near = 0
  for (const { text, weight, isNear } of forms) {
    if (!whole.includes(text)) continue
    const score = weight * scoreOf(fields, text, 'text', longer(text))
    if (isNear) near += score
    // Words within one another are not counted twice.
    else same = Math.max(same, score) + PARTLY * Math.min(same, score)
  }
  return near + (same > 0 ? same + SAME : 0)
}

/**
 * Where a word of the lexicon is looked for. 観光課 and 工業・ものづくり課 offer more than their names say: departments are
 * asked where no word of its group stands in anything else.
 */
export const whereKnown = (ofGroup: Scores): Where => (ofGroup.indexes.length > 0 ? 'text' : 'all')

/** The texts of a programme as one. */
export const wholeOf = (fields: Fields): string => Object.values(fields).join('\n')

/** The texts of all programmes as one. */
export const textOfAll = (entries: readonly SearchEntry[]): string =>
  entries.map((entry) => wholeOf(fieldsOf(entry))).join('\n')

/**
 * The texts of programmes that fit into memory.
 * @param hasKey see keys.ts; it is asked only where a query holds a number
 */
export function makeTexts(
  entries: readonly SearchEntry[],
  lexicon: Lexicon,
  hasKey: (entry: SearchEntry, key: string) => boolean,
): Texts {
  const fields = entries.map(fieldsOf)
  const wholes = fields.map(wholeOf)
  const known = new Map<string, Scores>()
  const ofGroups = new Map<WordGroup, Scores>()
  const search = ({ text: word, group }: Pick<Form, 'text' | 'group'>, where: Where): Scores => {
    if (where === 'key') return alike(entries.flatMap((entry, index) => (hasKey(entry, word) ? index : [])))
    // A word of no group is looked for just as it stands.
    const not = group === null ? [] : lexicon.longer(word)
    return gathered(
      Float32Array.from(fields, (texts, index) =>
        wholes[index]?.includes(word) === true ? scoreOf(texts, word, where, not) : 0,
      ),
    )
  }
  let aged: Aged[] | null = null
  const ofGroup = (group: WordGroup): Scores => {
    const forms = lexicon.formsOf(group)
    const scores =
      ofGroups.get(group) ??
      gathered(
        Float32Array.from(fields, (texts, index) => groupScoreOf(texts, forms, lexicon.longer, wholes[index] ?? '')),
      )
    ofGroups.set(group, scores)
    return scores
  }
  return {
    scores: (form, where) => {
      const key = `${form.group === null ? where : 'known'} ${form.text}`
      const scores = known.get(key) ?? search(form, form.group === null ? where : whereKnown(ofGroup(form.group)))
      known.set(key, scores)
      return scores
    },
    ofGroup,
    isRough: () => false,
    ages: () =>
      (aged ??= entries.flatMap(({ ages }, index) => (ages.length === 0 ? [] : [{ ranges: ages, indexes: [index] }]))),
    measures: fields.map(({ name, theme, summary }) =>
      [`${name}\n${theme}`, ...summary.split('。')].slice(0, MEASURES),
    ),
  }
}
