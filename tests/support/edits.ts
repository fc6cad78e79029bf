import fc from 'fast-check'
import type { ReadSheet } from '../../src/plansheet/index.ts'
import type { Project } from '../../src/plansheet/schema.ts'

/** One edit of a sheet's text: its kind, and where; numbers are taken modulo what there is. */
export interface Edit {
  kind: string
  at: number
  by: number
}

type Editor = (lines: string[], edit: Edit, sheet: ReadSheet) => void

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === ''
const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)]

/** Indexes of the lines on which a figure, a number or a phone is printed. */
const withFigures = (lines: readonly string[]): number[] =>
  lines.flatMap((line, index) => (/^\s*\d+ \S+[区市町村]|事業 [\d,]+ |合\s*計$|^0\d+-/.test(line) ? [index] : []))

/** Pairs of neighbouring lines that are both within one summary, name or address. */
function wraps(lines: readonly string[], { projects }: ReadSheet): number[] {
  const cells = projects.flatMap(({ summary, name, url }) => [...summary, name ?? '', url ?? ''])
  return lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? ''
    const joined = line.trim() + next.trim()
    return line.trim().length > 4 && next.trim().length > 4 && cells.some((cell) => cell.includes(joined))
      ? [index]
      : []
  })
}

/** Indexes of number lines at which a page may begin or not, because no merged cell is near. */
function pageBreaks(lines: readonly string[], { projects }: ReadSheet): number[] {
  const starts = lines.flatMap((line, index) => (/^\s*\d+ \S+[区市町村](?: |$)/.test(line) ? [index] : []))
  const breaks = [0, ...starts.filter((index) => /^\s/.test(lines[index] ?? '')), lines.length]
  const merged = projects.flatMap(({ source }) => (source.lines.length > 1 ? [(source.lines[0]?.from ?? 0) - 1] : []))
  return starts.slice(1).filter((index) => {
    const from = breaks.findLast((other) => other < index) ?? 0
    const to = breaks.find((other) => other > index) ?? lines.length
    return !merged.some((row) => row >= from && row < to)
  })
}

/** Edits of the layout alone: a reader of the sheet sees the same words. */
export const LAYOUT: Record<string, Editor> = {
  'a blank line added': (lines, { at }) => {
    lines.splice(at % lines.length, 0, '')
  },
  'a blank line taken': (lines, { at }) => {
    const blank = pick(
      lines.flatMap((line, index) => (isBlank(line) ? [index] : [])),
      at,
    )
    if (blank !== undefined) lines.splice(blank, 1)
  },
  'a wrap moved': (lines, { at, by }, sheet) => {
    const index = pick(wraps(lines, sheet), at)
    if (index === undefined) return
    const [line = '', next = ''] = [lines[index]?.trimEnd(), lines[index + 1]?.trim()]
    const count = 1 + (by % 3)
    if (by % 2 === 0) {
      lines[index] = line.slice(0, -count)
      lines[index + 1] = line.slice(-count) + next
    } else {
      lines[index] = line + next.slice(0, count)
      lines[index + 1] = next.slice(count)
    }
  },
  'a page break moved': (lines, { at }, sheet) => {
    const index = pick(pageBreaks(lines, sheet), at)
    if (index === undefined) return
    const line = lines[index] ?? ''
    lines[index] = /^\s/.test(line) ? line.trimStart() : ` ${line}`
  },
  'spaces widened': (lines, { at, by }) => {
    const index = pick(withFigures(lines), at)
    if (index !== undefined)
      lines[index] = (lines[index] ?? '').replace(/(?<=\S) (?=\S)/g, [' ', '  ', '\u3000'][by % 3] ?? ' ')
  },
  'digits full-width': (lines, { at }) => {
    const index = pick(withFigures(lines), at)
    if (index === undefined) return
    lines[index] = (lines[index] ?? '').replace(/[\d,-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  },
  'spaces behind a line': (lines, { at, by }) => {
    const index = at % lines.length
    lines[index] = (lines[index] ?? '') + ' '.repeat(1 + (by % 4))
  },
  'line ends of another kind': (lines, { at }) => {
    const index = at % lines.length
    lines[index] = `${lines[index] ?? ''}\r`
  },
}

const replaceAt = (line: string, at: number, count: number, by: string): string =>
  line.slice(0, at) + by + line.slice(at + count)

/** Edits of the content: a reader of the sheet sees other words. */
export const CONTENT: Record<string, Editor> = {
  'a line deleted': (lines, { at }) => {
    lines.splice(at % lines.length, 1)
  },
  'a line doubled': (lines, { at }) => {
    const index = at % lines.length
    lines.splice(index, 0, lines[index] ?? '')
  },
  'two lines swapped': (lines, { at }) => {
    const index = at % (lines.length - 1)
    lines.splice(index, 2, lines[index + 1] ?? '', lines[index] ?? '')
  },
  'a character deleted': (lines, { at, by }) => {
    const index =
      pick(
        lines.flatMap((line, i) => (isBlank(line) ? [] : [i])),
        at,
      ) ?? 0
    lines[index] = replaceAt(lines[index] ?? '', by % (lines[index] ?? ' ').length, 1, '')
  },
  'a character changed': (lines, { at, by }) => {
    const index =
      pick(
        lines.flatMap((line, i) => (isBlank(line) ? [] : [i])),
        at,
      ) ?? 0
    const line = lines[index] ?? ' '
    const place = by % line.length
    lines[index] = replaceAt(
      line,
      place,
      1,
      /\d/.test(line.charAt(place)) ? String((Number(line.charAt(place)) + 1 + (by % 8)) % 10) : '龍',
    )
  },
}

/** An arbitrary edit of one of these kinds. */
export const editOf = (editors: Record<string, Editor>): fc.Arbitrary<Edit> =>
  fc.record({ kind: fc.constantFrom(...Object.keys(editors)), at: fc.nat(100_000), by: fc.nat(1_000) })

/** The text with an edit made. */
export function edited(text: string, edit: Edit, editors: Record<string, Editor>, sheet: ReadSheet): string {
  const lines = text.split('\n')
  editors[edit.kind]?.(lines, edit, sheet)
  return lines.join('\n')
}

/** A record's fields as text, by path, without its places in the file; width of digits and spaces do not count. */
export function fieldsOf(project: Project): Record<string, string> {
  const { summary, targets, contact, municipality } = project
  // The printed month is the month once more.
  const rest = { ...project, source: null, targets: null, contact: null, startMonthPrinted: null }
  const plain = (value: unknown): string => JSON.stringify(value).normalize('NFKC').replace(/\s/g, '')
  return Object.fromEntries(
    Object.entries({ ...rest, summary: summary.join(''), municipality: municipality.name, ...targets, ...contact }).map(
      ([field, value]) => [field, plain(value)],
    ),
  )
}

/** The fields in which two readings differ, as `id field`; null where they do not have the same records. */
export function differences(a: readonly Project[], b: readonly Project[]): string[] | null {
  if (a.map(({ id }) => id).join() !== b.map(({ id }) => id).join()) return null
  return a.flatMap((project, index) => {
    const other = b[index]
    if (other === undefined) return []
    const [before, after] = [fieldsOf(project), fieldsOf(other)]
    return Object.keys(before).flatMap((field) => (before[field] === after[field] ? [] : [`${project.id} ${field}`]))
  })
}
