import { readData } from '../../scripts/read-data.ts'
import { formatIssue } from '../plansheet/issue.ts'
import { groupsOf, type Catalogue } from '../catalogue/catalogue.ts'
import { continuityOf } from '../catalogue/continuity.ts'

/** The catalogue, for pages alone. A fault in the data stops the build here, whoever runs it. */
export const catalogue: Catalogue = await load()

/** The groupings of its programmes, each with a page. */
export const groups = groupsOf(catalogue)

/** Finds a programme in the sheets of the years before and after. */
export const continuity = continuityOf(catalogue.projects)

async function load(): Promise<Catalogue> {
  const { catalogue: read, issues } = await readData()
  if (read !== null) return read
  throw new Error(
    issues
      .filter(({ level }) => level === 'error')
      .map(formatIssue)
      .join('\n'),
  )
}
