import type { Judgment, Tag } from '../register/tags.ts'

/** How well the rules of a tag agree with a person's judgments. Shares are null where there is nothing to divide by. */
export interface TagMeasure {
  tag: Tag
  /** Programmes for which a person found the tag. */
  judged: number
  right: number
  /** Ids that the rules found and the person did not, and the other way round. */
  wrong: string[]
  missed: string[]
  precision: number | null
  recall: number | null
}

/** Compares what the rules read with what a person judged, over the programmes that were judged. */
export function measureTags(
  tags: readonly Tag[],
  read: readonly { id: string; keys: readonly string[] }[],
  judgments: readonly Judgment[],
): TagMeasure[] {
  const judgedIds = new Set(judgments.map(({ id }) => id))
  return tags.map((tag) => {
    const wanted = new Set(judgments.filter((judgment) => judgment.tag === tag.key).map(({ id }) => id))
    const found = read.filter(({ id, keys }) => judgedIds.has(id) && keys.includes(tag.key)).map(({ id }) => id)
    const right = found.filter((id) => wanted.has(id)).length
    return {
      tag,
      judged: wanted.size,
      right,
      wrong: found.filter((id) => !wanted.has(id)),
      missed: [...wanted].filter((id) => !found.includes(id)),
      precision: found.length === 0 ? null : right / found.length,
      recall: wanted.size === 0 ? null : right / wanted.size,
    }
  })
}
