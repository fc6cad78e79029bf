import { notice, type Issue } from '../issue.ts'
import { lineOf, type Reading } from '../reading.ts'

/** A project starts within the fiscal year of its sheet, April to March. Where it does not, readers are told. */
export function checkStartMonth(reading: Reading): Issue[] {
  const { file, fiscalYear, projects } = reading
  if (fiscalYear === null) return []
  const first = `${fiscalYear}-04`
  const last = `${fiscalYear + 1}-03`
  return projects.flatMap((project) => {
    const { id, startMonth, startMonthPrinted } = project
    if (startMonth === null || (startMonth >= first && startMonth <= last)) return []
    return [
      notice('start-month', file, {
        line: lineOf(reading, project, 'month'),
        id,
        field: 'startMonth',
        found: `事業開始（予定）月が「${startMonthPrinted}」`,
        expected: `計画の年度のうち（${words(first)}から${words(last)}まで）`,
        remedy: '年の誤りかもしれません。区市町村に確かめてください。',
      }),
    ]
  })
}

const words = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
