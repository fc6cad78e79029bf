import type { Cell, Column, Figure, SheetCells, Stream } from '../src/plansheet/cells.ts'
import type { Municipality } from '../src/plansheet/schema.ts'
import { readFigure } from '../src/plansheet/values/figure.ts'
import { seeded } from './generate-entries.ts'

/** An invented plan sheet, as cells. */
export interface GeneratedSheet {
  fiscalYear: number
  cells: SheetCells
}

type Texts = Record<Column, string | null>
interface Programme {
  stream: Stream
  cells: Texts
}

const FIGURES: readonly Figure[] = ['amount', 'workers', 'recruiting', 'supported']
/** At most so many years after the real sheet, each with about so many programmes while there are fewer years. */
const YEARS = 20
const A_YEAR = 100
/** The part of a year's programmes that goes on in the next. */
const GOES_ON = 0.7

/**
 * Invents the plan sheets of the years after a real one, for benchmarks: each programme has the name, category, theme
 * and office of a real one, the sentences of two, and a municipality, figures, phone and month of its own. Most go on
 * from the year before. Their 合計 add up.
 * @param count how many programmes there are in all
 */
export function generateSheets(
  { title, tables }: SheetCells,
  firstYear: number,
  municipalities: readonly Municipality[],
  count: number,
  seed = 1,
): GeneratedSheet[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const real = tables.flatMap(({ stream, rows }) =>
    rows.map(({ cells }): Programme => ({ stream, cells: textsOf(cells) })),
  )

  const another = ({ stream, cells }: Programme, fiscalYear: number): Programme => {
    const place = pick(municipalities).name
    const rename = (text: string): string => text.replaceAll(cells.municipality ?? '　', place)
    const sentences = [...sentencesOf(cells), ...sentencesOf(pick(real).cells)].filter(() => random() < 0.6)
    return nextYear(
      {
        stream,
        cells: {
          ...cells,
          municipality: place,
          name: cells.name === null ? null : rename(cells.name),
          summary: sentences.length === 0 ? cells.summary : rename(sentences.join('')),
          contact: cells.contact?.replace(/-\d{4}/, `-${String(1000 + Math.floor(random() * 9000))}`) ?? null,
        },
      },
      fiscalYear,
    )
  }
  const nextYear = ({ stream, cells }: Programme, fiscalYear: number): Programme => {
    const month = 4 + Math.floor(random() * 9)
    const scaled = FIGURES.map((column) => [column, scale(cells[column] ?? '-', 0.5 + random())] as const)
    return {
      stream,
      cells: { ...cells, ...Object.fromEntries(scaled), month: `令和${String(fiscalYear - 2018)}年${String(month)}月` },
    }
  }

  const rest = Math.max(0, count - real.length)
  const years = Math.min(YEARS, Math.ceil(rest / A_YEAR))
  const sheets: GeneratedSheet[] = []
  let before = real
  for (let year = 1; year <= years; year += 1) {
    const fiscalYear = firstYear + year
    const size = Math.floor((rest * year) / years) - Math.floor((rest * (year - 1)) / years)
    const going = before.filter(() => random() < GOES_ON).slice(0, size)
    before = [
      ...going.map((programme) => nextYear(programme, fiscalYear)),
      ...Array.from({ length: size - going.length }, () => another(pick(real), fiscalYear)),
    ]
    const printed = title?.text.replace(/（[^（）]*年度）$/, `（令和${String(fiscalYear - 2018)}年度）`) ?? ''
    sheets.push({ fiscalYear, cells: sheetOf(printed, before) })
  }
  return sheets
}

const textsOf = (cells: Record<Column, Cell | null>): Texts =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell?.text ?? null])) as Texts

const sentencesOf = ({ summary }: Texts): string[] => (summary ?? '').replaceAll('\n', '').match(/[^。]+。/g) ?? []

/** A printed figure that is so much larger. What is not stated, and 0, stay as they are. */
function scale(printed: string, factor: number): string {
  const value = readFigure(printed) ?? 0
  return value === 0 ? printed : Math.max(1, Math.round(value * factor)).toLocaleString('en')
}

const cellOf = (text: string): Cell => ({ text, lines: [] })

/** A year's programmes as the two tables of its sheet, numbered and added up. */
function sheetOf(title: string, programmes: readonly Programme[]): SheetCells {
  const tables = (['municipal', 'model'] as const).map((stream) => {
    const own = programmes.filter((programme) => programme.stream === stream)
    const rows = own.map(({ cells }, index) => ({
      line: index + 1,
      cells: Object.fromEntries(
        Object.entries({ ...cells, number: String(index + 1) }).map(([column, text]) => [
          column,
          text === null ? null : cellOf(text),
        ]),
      ) as Record<Column, Cell | null>,
      inferred: [],
    }))
    const total = FIGURES.map((column) => {
      const sum = own.reduce((all, { cells }) => all + (readFigure(cells[column] ?? '-') ?? 0), 0)
      return [column, cellOf(sum.toLocaleString('en'))] as const
    })
    return { stream, rows, total: Object.fromEntries(total) as Record<Figure, Cell> }
  })
  const none = { hyperlinks: [], headings: [], furniture: [], stray: [], issues: [], places: null }
  return { title: cellOf(title), tables, visible: '', ...none }
}
