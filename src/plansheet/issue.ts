/**
 * What a reader of a report sees. An `error` stops the build; a `notice` is published beside the value it speaks of.
 * All words are Japanese: the readers are municipal staff.
 */
export interface Issue {
  level: 'error' | 'notice'
  /** Stable name of the rule, kebab-case. */
  code: string
  /** File as named by the caller. */
  file: string
  /** 1-based line (`Cell.lines`); null where the fault is of the whole file. */
  line: number | null
  /** What a person calls the line, where that is not its number: 3ページの上から128mm. */
  place?: string
  /** Project that the issue belongs to, if any. */
  id: string | null
  /** Field of the project, named as in the record, if any. */
  field: string | null
  /** What stands there. */
  found: string
  /** What should stand there. */
  expected: string
  /** What a person can do. */
  remedy: string
}

/** What is said of an issue: its words, and where it stands as far as that is known. */
type Details = Pick<Issue, 'found' | 'expected' | 'remedy'> & Partial<Pick<Issue, 'line' | 'place' | 'id' | 'field'>>

const issue = (level: Issue['level'], code: string, file: string, details: Details): Issue => ({
  level,
  code,
  file,
  line: null,
  id: null,
  field: null,
  ...details,
})

/** Makes an issue that stops the build. */
export const error = (code: string, file: string, details: Details): Issue => issue('error', code, file, details)

/** Makes an issue that is published with the record. */
export const notice = (code: string, file: string, details: Details): Issue => issue('notice', code, file, details)

/** Issues with the words for their lines (`SheetCells.places`). */
export const withPlaces = (issues: readonly Issue[], places: readonly string[] | null): Issue[] =>
  issues.map((issue) => {
    const place = issue.line === null ? undefined : places?.[issue.line - 1]
    return place === undefined || issue.place !== undefined ? issue : { ...issue, place }
  })

/** One issue as lines of text that begin with `file:line:`, or `file:place:`, for terminals. */
export function formatIssue({ level, code, file, line, place: words, found, expected, remedy }: Issue): string {
  const place = [file, words ?? line].filter((part) => part !== null).join(':')
  const label = level === 'error' ? '誤り' : '注意'
  return `${place}: ${label} [${code}]\n  見つかったもの: ${found}\n  あるべきもの: ${expected}\n  すること: ${remedy}`
}

/** True where nothing stops the build. */
export const isSound = (issues: readonly Issue[]): boolean => issues.every(({ level }) => level !== 'error')
