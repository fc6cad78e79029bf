// What has a meaning between cells, and blanks that some readers would cut off.
const SPECIAL = /[",\r\n\uFEFF]|^ | $/
const written = (cell: string): string => (SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Records as CSV. Cells are quoted where they must be. */
export const writeCsv = (records: readonly (readonly string[])[], lineEnd = '\n'): string =>
  records.map((cells) => cells.map(written).join(',') + lineEnd).join('')
