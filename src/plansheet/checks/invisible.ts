import { notice, type Issue } from '../issue.ts'
import { lineOf, type Reading } from '../reading.ts'

// Controls, and what turns the direction of writing or shows nothing: a reader cannot see that they are there.
const INVISIBLE = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text holds no character that cannot be seen. It is shown as printed, and readers are told. */
export function checkInvisible(reading: Reading): Issue[] {
  const { file, projects } = reading
  return projects.flatMap((project) => {
    const { id, name, theme, summary, contact } = project
    const texts = { name: name ?? '', theme: theme ?? '', summary: summary.join(''), contact: contact.department }
    return (Object.keys(texts) as (keyof typeof texts)[]).flatMap((field) => {
      const found = [...new Set(texts[field].match(INVISIBLE) ?? [])].map(codePoint)
      return found.length === 0
        ? []
        : [
            notice('invisible-character', file, {
              line: lineOf(reading, project, field),
              id,
              field: field === 'contact' ? 'contact.department' : field,
              found: `目に見えない文字（${found.join('、')}）がある`,
              expected: '目に見える文字だけ',
              remedy: '元の計画書の文字かどうか、確かめてください。',
            }),
          ]
    })
  })
}
