import { readFileSync } from 'node:fs'
import type { Register } from '../../src/plansheet/reading.ts'
import { readCategories } from '../../src/register/categories.ts'
import { readMunicipalities } from '../../src/register/municipalities.ts'

const read = (name: string): string => readFileSync(`data/${name}`, 'utf8')

/** The register that sheets are read against: the project's own. */
export const register: Register = {
  municipalities: readMunicipalities(read('municipalities.csv'), 'municipalities.csv').municipalities,
  categories: readCategories(read('categories.csv'), 'categories.csv').categories,
}
