import { readDataOnce } from '../../scripts/read-data.ts'
import type { Term } from '../register/glossary.ts'
import type { LinkCheck } from '../register/links.ts'
import type { Site } from '../register/site.ts'
import { formatIssue } from '../plansheet/issue.ts'
import { besideOf, groupsOf, type Catalogue } from '../catalogue/catalogue.ts'
import { continuityOf } from '../catalogue/continuity.ts'
import { similarityOf } from '../catalogue/similar.ts'
import { termCutter } from '../words/terms.ts'

/** What the data folder holds, for pages alone. A fault in it stops the build here, whoever runs it. */
export const { catalogue, glossary, links, site } = await load()

/** The groupings of its programmes, each with a page. */
export const groups = groupsOf(catalogue)

/** Finds a programme in the sheets of the years before and after. */
export const continuity = continuityOf(catalogue.projects)

/** Finds what the same municipality has in the same year. */
export const besides = besideOf(catalogue.projects)

/** Finds what other municipalities have for the same people. */
export const similarOf = similarityOf(catalogue.projects)

/** Cuts printed paragraphs where a word stands that the glossary explains. */
export const cutAtTerms = termCutter(glossary)

async function load(): Promise<{
  catalogue: Catalogue
  glossary: Term[]
  links: ReadonlyMap<string, LinkCheck>
  site: Site
}> {
  const { catalogue: read, site: settings, issues, ...rest } = await readDataOnce()
  if (read !== null && settings !== null) return { catalogue: read, site: settings, ...rest }
  throw new Error(
    issues
      .filter(({ level }) => level === 'error')
      .map(formatIssue)
      .join('\n'),
  )
}
