import Papa from 'papaparse'

/** One record of a CSV text: the physical lines it begins and ends on, and its cells. */
export interface CsvRecord {
  line: number
  last: number
  cells: string[]
  /** True where a quote is not closed, or stands where none may. */
  malformed: boolean
}

/** The records of a CSV text with any line ends. Blank lines are passed over; a byte order mark is no character. */
export function physicalRecords(file: string): CsvRecord[] {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const records: CsvRecord[] = []
  const breaks = (part: string): number => part.match(/\n/g)?.length ?? 0
  let line = 1
  let at = 0
  // PapaParse numbers records, not lines: the cursor behind each record tells how many lines it took.
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const isBlank = data.every((cell) => cell.trim() === '')
      const record = text.slice(at, meta.cursor)
      const last = line + breaks(record.replace(/\n$/, ''))
      if (!isBlank) records.push({ line, last, cells: data, malformed: errors.length > 0 })
      line += breaks(record)
      at = meta.cursor
    },
  })
  return records
}
