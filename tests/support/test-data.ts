import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The data folder of the tests: the project's own, with the plan sheet of 2021 alone, uncorrected. */
export const TEST_DATA = '.build/test-data'

/** Makes it anew. What staff add later, next year's sheet or a correction, changes no test. */
export function makeTestData(): void {
  rmSync(TEST_DATA, { recursive: true, force: true })
  cpSync('data', TEST_DATA, { recursive: true })
  const keep = (file: string, isKept: (line: string) => boolean): void => {
    const [head = '', ...lines] = readFileSync(join(TEST_DATA, file), 'utf8').split('\n')
    writeFileSync(join(TEST_DATA, file), [head, ...lines.filter((line) => line !== '' && isKept(line)), ''].join('\n'))
  }
  keep('sheets.csv', (line) => line.startsWith('2021,'))
  keep('tag-judgments.csv', (line) => line.startsWith('2021-'))
  for (const file of ['corrections.csv', 'links.csv']) keep(file, () => false)
  keep('site.csv', () => false)
  for (const file of readdirSync(join(TEST_DATA, 'sheets')))
    if (file !== '2021.txt') rmSync(join(TEST_DATA, 'sheets', file))
}
