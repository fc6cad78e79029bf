import { error, notice, type Issue } from '../issue.ts'
import { lineOf, rowOf, type Reading } from '../reading.ts'

const SENTENCE_END = /[。．.！？!?）)」』】…]$/u
const OFFICE_END = /(?:[部局課室係]|担当|センター)$/u

/**
 * A summary ends with a sentence. Where it ends with the name of an office, a line of the contact has come into it;
 * where it ends otherwise, a line may be missing; in a merged cell, one may have come in or gone to the next row.
 */
export function checkSummaryEnd(reading: Reading): Issue[] {
  const { file, projects } = reading
  return projects.flatMap((project) => {
    const last = project.summary.at(-1) ?? ''
    if (SENTENCE_END.test(last)) return []
    const where = { line: lineOf(reading, project, 'summary'), id: project.id, field: 'summary' }
    const words = { found: `事業概要の終わりが「${last.slice(-20)}」`, expected: '「。」で終わる文' }
    // The end of a merged cell is followed by the next row: a line of that one may have come in.
    const isMerged = rowOf(reading, project)?.inferred.includes('summary') === true
    if (OFFICE_END.test(last) || isMerged) {
      return [
        error('summary-end', file, {
          ...where,
          ...words,
          remedy: 'ほかの欄や行の文字が混ざっていないか、元の計画書と見比べてください。',
        }),
      ]
    }
    return [
      notice('summary-open', file, {
        ...where,
        ...words,
        remedy: '続きの行が抜けていないか、元の計画書と見比べてください。',
      }),
    ]
  })
}
