import type { Change } from '../catalogue/changes.ts'
import { sumOf } from '../catalogue/catalogue.ts'
import { amountWords, figure } from '../words/amount.ts'
import { FIELD_WORDS } from '../words/field.ts'
import { escapeHtml } from '../words/html.ts'
import { projectTitle } from '../words/project.ts'
import { fiscalYearWords } from '../words/time.ts'

/** A feed of changes. Addresses are whole. */
export interface Feed {
  /** Tells this feed from the others for ever, wherever the site lies. */
  name: string
  title: string
  /** The feed's own address, and that of the page with the same things. */
  self: string
  page: string
  author: string
  changes: readonly Change[]
  pageOf: (project: { id: string }) => string
}

/** Names listed in an entry; of more, their number says more. */
const LISTED = 50

// Characters that XML forbids even where they are escaped.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const xml = (text: string): string => escapeHtml(text.replace(FORBIDDEN, '\uFFFD'))
const moment = (date: string): string => `${date}T00:00:00+09:00`

/** A name as an identifier: a UUID made from it (version 8), the same wherever the site lies. */
async function idOf(name: string): Promise<string> {
  const bytes = new TextEncoder().encode(`tokyo-employment-programmes/${name}`)
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
  const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What an entry says. A correction has the same name in every feed that tells of it. */
function entryOf(
  change: Change,
  { name, page, pageOf }: Feed,
): { name: string; title: string; link: string; text: string } {
  if (change.kind === 'correction') {
    const { project, correction } = change
    const { field, printed, corrected, reason, evidence } = correction
    return {
      name: `correction/${project.id}/${field}/${change.date}`,
      title: `訂正: ${project.municipality.name} ${projectTitle(project)}の${FIELD_WORDS[field]}`,
      link: pageOf(project),
      text: `「${printed === '' ? '記載なし' : printed}」を「${corrected === '' ? '記載なし' : corrected}」に直しました。${reason}（根拠: ${evidence}）`,
    }
  }
  const { fiscalYear, projects, date } = change
  const { total } = sumOf(projects)
  const names = projects.slice(0, LISTED).map((project) => `${project.municipality.name} ${projectTitle(project)}`)
  const rest = projects.length - names.length
  return {
    name: `feed/${name}/sheet/${String(fiscalYear)}/${date}`,
    title: `${fiscalYearWords(fiscalYear)}の計画書を載せました（${figure(projects.length)}事業）`,
    link: page,
    text:
      projects.length === 0
        ? 'この計画書に、ここに入る事業は載っていません。'
        : `事業額の合計は${amountWords(total.amountThousandYen)}です。${names.join('、')}${rest > 0 ? `、ほか${figure(rest)}事業` : ''}`,
  }
}

/** A feed as Atom. Its days are those of the register of sheets and of the corrections, never that of the build. */
export async function atom(feed: Feed): Promise<string> {
  const { title, self, page, author, changes } = feed
  const entries = await Promise.all(
    changes.map(async (change) => {
      const { name, title: heading, link, text } = entryOf(change, feed)
      return `<entry>
<id>${await idOf(name)}</id>
<title>${xml(heading)}</title>
<updated>${moment(change.date)}</updated>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
<content type="text">${xml(text)}</content>
</entry>`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${await idOf(`feed/${feed.name}`)}</id>
<title>${xml(title)}</title>
<updated>${moment(changes[0]?.date ?? '')}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<author><name>${xml(author)}</name></author>
${entries.join('\n')}
</feed>
`
}
