import { readData } from '../../scripts/read-data.ts'
import type { WordGroup } from '../search/lexicon.ts'
import { formatIssue } from '../plansheet/issue.ts'
import { groupsOf, type Catalogue } from '../catalogue/catalogue.ts'
import { continuityOf } from '../catalogue/continuity.ts'

/** The catalogue and the search's words, for pages alone. A fault in the data stops the build here, whoever runs it. */
export const { catalogue, words } = await load()

/** The groupings of its programmes, each with a page. */
export const groups = groupsOf(catalogue)

/** Finds a programme in the sheets of the years before and after. */
export const continuity = continuityOf(catalogue.projects)

async function load(): Promise<{ catalogue: Catalogue; words: WordGroup[] }> {
  const { catalogue: read, words: groups, issues } = await readData()
  if (read !== null) return { catalogue: read, words: groups }
  throw new Error(
    issues
      .filter(({ level }) => level === 'error')
      .map(formatIssue)
      .join('\n'),
  )
}
