import { error, type Issue } from './issue.ts'

/**
 * Reads a file's bytes as text, strictly: a byte that is no character is an error with its line, never a replacement
 * sign. UTF-8; a CSV file that is not valid UTF-8 may be Shift_JIS, as spreadsheets write it.
 */
export function decode(bytes: Uint8Array, file: string): { text: string; issues: Issue[] } {
  const text = decodeAs('utf-8', bytes) ?? (/\.csv$/i.test(file) ? decodeAs('shift_jis', bytes) : null)
  if (text !== null) return { text, issues: [] }
  const loose = new TextDecoder('utf-8').decode(bytes)
  const line = loose.slice(0, Math.max(0, loose.indexOf('\uFFFD'))).split(/\r\n|\n|\r/).length
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
