import type { Project } from '../plansheet/schema.ts'
import type { Tag } from '../register/tags.ts'
import { normalize, normalizeText } from '../search/normalize.ts'
import { occurrences } from '../search/occurrences.ts'

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

/** Reads the tags of a programme: those of whose words its texts hold one. */
export function readTagsOf(
  { name, theme, summary, category }: Pick<Project, TaggedField | 'category'>,
  tags: readonly Tag[],
): TagReading[] {
  const texts = [
    { field: 'name' as const, paragraph: 0, printed: name ?? '' },
    { field: 'theme' as const, paragraph: 0, printed: theme ?? '' },
    ...summary.map((printed, paragraph) => ({ field: 'summary' as const, paragraph, printed })),
  ].map((text) => ({ ...text, normalized: normalize(text.printed) }))
  return tags.flatMap((tag): TagReading[] => {
    const words = tag.words
      .filter((known) => known.category === null || known.category === category)
      .map(({ word }) => normalizeText(word))
    const not = tag.not.map(normalizeText)
    const evidence = texts.flatMap(({ field, paragraph, printed, normalized: { text, at } }) =>
      words.flatMap((word) =>
        occurrences(
          text,
          word,
          not.filter((other) => other.includes(word)),
        ).map((found): Evidence => {
          const [from, to] = [at[found] ?? 0, at[found + word.length] ?? printed.length]
          return { field, paragraph, from, to, text: printed.slice(from, to) }
        }),
      ),
    )
    return evidence.length === 0 ? [] : [{ tag, evidence }]
  })
}
