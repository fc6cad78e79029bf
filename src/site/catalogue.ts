import { readData } from '../../scripts/read-data.ts'
import { formatIssue } from '../plansheet/issue.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

/** The catalogue, for pages alone. A fault in the data stops the build here, whoever runs it. */
export const catalogue: Catalogue = await load()

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
