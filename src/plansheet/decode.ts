import { error, type Issue } from './issue.ts'
import { splitLines } from './text/lines.ts'

// The first bytes of the files that a plan sheet is most often published as.
const OTHER_KINDS = [
  { name: 'PDF', start: [0x25, 0x50, 0x44, 0x46] },
  { name: 'Excel', start: [0x50, 0x4b, 0x03, 0x04] },
  { name: '古い形（.xls）のExcel', start: [0xd0, 0xcf, 0x11, 0xe0] },
]

const otherKind = (file: string, kind: string): Issue =>
  error('encoding', file, {
    found: `${kind}のファイル`,
    expected: '文字だけのファイル（.txt）か、CSV（.csv）',
    remedy: 'PDFならファイルの名前の終わりを .pdf に、Excelなら「Excelブック」で保存して .xlsx にしてください。',
  })

/**
 * Reads a file's bytes as text, strictly: a byte that is no character is an error with its line, never a replacement
 * sign. UTF-8; a CSV file that is not valid UTF-8 may be Shift_JIS, as spreadsheets write it.
 */
export function decode(bytes: Uint8Array, file: string): { text: string; issues: Issue[] } {
  const kind = OTHER_KINDS.find(({ start }) => start.every((byte, index) => bytes[index] === byte))
  if (kind !== undefined) return { text: '', issues: [otherKind(file, kind.name)] }
  const text = decodeAs('utf-8', bytes) ?? (/\.csv$/i.test(file) ? decodeAs('shift_jis', bytes) : null)
  if (text !== null) return { text, issues: [] }
  const loose = new TextDecoder('utf-8').decode(bytes)
  const line = splitLines(loose.slice(0, Math.max(0, loose.indexOf('\uFFFD')))).length
  return {
    text: '',
    issues: [
      error('encoding', file, {
        line,
        found: '読めない文字',
        expected: 'UTF-8の文字（CSVはShift_JISでもよい）',
        remedy: 'ファイルが壊れていないか確かめ、UTF-8で保存し直してください。',
      }),
    ],
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
