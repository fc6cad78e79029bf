import type { Project } from '../plansheet/schema.ts'
import type { Tag } from '../register/tags.ts'
import { normalize, normalizeText } from '../search/words/normalize.ts'
import { occurrences } from '../search/words/occurrences.ts'

/** The texts that tags are read from. A department's name says who answers, not whom the programme is for. */
export const TAGGED_FIELDS = ['name', 'theme', 'summary'] as const
export type TaggedField = (typeof TAGGED_FIELDS)[number]

/** A piece of a printed text that proves a tag: its field, where it stands there, and the piece as printed. */
export interface Evidence {
  field: TaggedField
  /** Of the summary's paragraphs, counted from 0; 0 for the other fields. */
  paragraph: number
  from: number
  to: number
  text: string
}

/** A tag that was read out of a programme's texts, with all that proves it. */
export interface TagReading {
  tag: Tag
  evidence: Evidence[]
}

/** Makes the function that reads the tags of a programme: those of whose words its texts hold one. */
export function tagReader(tags: readonly Tag[]): (project: Pick<Project, TaggedField | 'category'>) => TagReading[] {
  const known = tags.map((tag) => {
    const not = tag.not.map(normalizeText)
    const words = tag.words.map(({ word, category }) => {
      const text = normalizeText(word)
      return { text, category, not: not.filter((other) => other.includes(text)) }
    })
    return { tag, words }
  })
  return ({ name, theme, summary, category }) => {
    const texts = [
      { field: 'name' as const, paragraph: 0, printed: name ?? '' },
      { field: 'theme' as const, paragraph: 0, printed: theme ?? '' },
      ...summary.map((printed, paragraph) => ({ field: 'summary' as const, paragraph, printed })),
    ].map((text) => ({ ...text, normalized: normalize(text.printed) }))
    return known.flatMap(({ tag, words }): TagReading[] => {
      const own = words.filter((word) => word.category === null || word.category === category)
      const evidence = texts.flatMap(({ field, paragraph, printed, normalized: { text, at } }) =>
        own.flatMap((word) =>
          occurrences(text, word.text, word.not).map((found): Evidence => {
            const [from, to] = [at[found] ?? 0, at[found + word.text.length] ?? printed.length]
            return { field, paragraph, from, to, text: printed.slice(from, to) }
          }),
        ),
      )
      return evidence.length === 0 ? [] : [{ tag, evidence }]
    })
  }
}
