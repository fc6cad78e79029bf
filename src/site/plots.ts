import { ofMunicipality, ofYear, sumOf, withoutTag, withTag, type CatalogueProject } from '../catalogue/catalogue.ts'
import { STREAM_LABELS } from '../plansheet/labels.ts'
import { amountWords, figure } from '../words/amount.ts'
import { projectTitle } from '../words/project.ts'
import { FAMILIES } from '../words/tags.ts'
import { fiscalYearWords } from '../words/time.ts'
import { catalogue } from './catalogue.ts'

/** A bar: what it stands for, how long it is, and what is written beside it. */
export interface Bar {
  label: string
  value: number
  said: string
}

/** A plot of bars, and the same as a table and as CSV. */
export interface Plot {
  /** Part of its file's address. */
  name: string
  title: string
  /** What is counted, what is not, and how many rows do not state it. */
  description: string
  unit: string
  bars: Bar[]
}

const bar = (label: string, value: number, unit: string, more = ''): Bar => ({
  label,
  value,
  said: `${unit === '千円' ? amountWords(value) : `${figure(value)}${unit}`}${more}`,
})
const amountOf = (label: string, projects: readonly CatalogueProject[]): Bar =>
  bar(label, sumOf(projects).total.amountThousandYen, '千円', `・${figure(projects.length)}事業`)
const descending = (bars: readonly Bar[]): Bar[] =>
  bars.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)

/** Upper bounds of the classes of amounts, in thousand yen. */
const CLASSES = [5_000, 10_000, 20_000, 30_000, 50_000, Infinity]

/** The plots of a fiscal year's plan. */
export function plotsOf(fiscalYear: number): Plot[] {
  const projects = ofYear(catalogue.projects, fiscalYear)
  const count = figure(projects.length)
  const year = fiscalYearWords(fiscalYear)
  const every = `${year}の計画の${count}事業すべての事業額を足しました。事業額の記載のない事業はありません。予定の金額で、実績ではありません。`
  const workers = projects.flatMap((project) =>
    project.targets.workers === null
      ? []
      : [bar(`${project.municipality.name} ${projectTitle(project)}（${project.id}）`, project.targets.workers, '人')],
  )
  const unstated = projects.length - workers.length
  return [
    {
      name: 'municipality',
      title: '区市町村ごとの事業額',
      description: `${every}載っていない区市町村は除きました。`,
      unit: '千円',
      bars: descending(
        catalogue.municipalities.map((place) =>
          amountOf(place.name, ofYear(ofMunicipality(catalogue, place.code), fiscalYear)),
        ),
      ),
    },
    {
      name: 'category',
      title: '事業分類ごとの事業額',
      description: every,
      unit: '千円',
      bars: catalogue.categories.map(({ key, label }) =>
        amountOf(
          label,
          projects.filter(({ category }) => category === key),
        ),
      ),
    },
    {
      name: 'stream',
      title: '計画書の表ごとの事業額',
      description: every,
      unit: '千円',
      bars: (['municipal', 'model'] as const).map((stream) =>
        amountOf(
          STREAM_LABELS[stream],
          projects.filter((project) => project.stream === stream),
        ),
      ),
    },
    ...FAMILIES.map(({ family, title }) => ({
      name: family,
      title: `札（${title}）ごとの事業額`,
      description: `このサイトが読み取った札ごとに、事業額を足しました。一つの事業が二つ以上の札に入ることがあるので、足しても全体の額になりません。札のない${figure(withoutTag(projects, family).length)}事業は入っていません。予定の金額で、実績ではありません。`,
      unit: '千円',
      bars: descending(
        catalogue.tags.filter((tag) => tag.family === family).map((tag) => amountOf(tag.label, withTag(projects, tag))),
      ),
    })),
    {
      name: 'distribution',
      title: '事業額の広がり',
      description: `${year}の計画の${count}事業を、事業額の大きさで分けて数えました。`,
      unit: '事業',
      bars: CLASSES.map((most, index) => {
        const least = CLASSES[index - 1] ?? 0
        const label =
          most === Infinity
            ? `${amountWords(least)}以上`
            : `${least === 0 ? '' : `${amountWords(least)}以上、`}${amountWords(most)}未満`
        return bar(
          label,
          projects.filter(({ amountThousandYen }) => amountThousandYen >= least && amountThousandYen < most).length,
          '事業',
        )
      }),
    },
    {
      name: 'workers',
      title: '雇用・就業者数の目標',
      description: `目標の書かれた${figure(workers.length)}事業です。${figure(unstated)}事業には、この目標の記載がありません。目標で、実績ではありません。`,
      unit: '人',
      bars: descending(workers),
    },
  ]
}
