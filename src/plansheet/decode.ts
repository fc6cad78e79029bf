import { error, type Issue } from './issue.ts'

/** Reads a file's bytes as UTF-8, strictly: a byte that is none is an error with its line, never a replacement sign. */
export function decode(bytes: Uint8Array, file: string): { text: string; issues: Issue[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), issues: [] }
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const line = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split(/\r\n|\n|\r/).length
    return {
      text: '',
      issues: [
        error(
          'encoding',
          file,
          { line },
          {
            found: 'UTF-8として読めない文字',
            expected: 'UTF-8の文字だけ',
            remedy: 'ファイルが壊れていないか確かめ、UTF-8で保存し直してください。',
          },
        ),
      ],
    }
  }
}
