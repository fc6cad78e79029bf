import type { Issue } from '../issue.ts'
import type { Reading, Register } from '../reading.ts'
import { checkCategories } from './categories.ts'
import { checkCategoryTargets } from './category-targets.ts'
import { checkHyperlinks } from './hyperlinks.ts'
import { checkIds } from './ids.ts'
import { checkInvisible } from './invisible.ts'
import { checkMunicipalities } from './municipalities.ts'
import { checkNames } from './names.ts'
import { checkNothingLost } from './nothing-lost.ts'
import { checkNumbering } from './numbering.ts'
import { checkStartMonth } from './start-month.ts'
import { checkSums } from './sums.ts'
import { checkSummaryEnd } from './summary-end.ts'
import { checkTables } from './tables.ts'
import { checkTitle } from './title.ts'

const CHECKS: ((reading: Reading, register: Register) => Issue[])[] = [
  checkTitle,
  checkTables,
  checkNumbering,
  checkIds,
  checkMunicipalities,
  checkCategories,
  checkCategoryTargets,
  checkSums,
  checkStartMonth,
  checkNames,
  checkSummaryEnd,
  checkInvisible,
  checkHyperlinks,
  checkNothingLost,
]

/** Runs every check on a sheet that has been read. */
export const runChecks = (reading: Reading, register: Register): Issue[] =>
  CHECKS.flatMap((check) => check(reading, register))
