import type { CatalogueProject } from '../catalogue/catalogue.ts'
import type { Project } from '../plansheet/schema.ts'

/** A project's name for a heading. Where the sheet shows none, a description that is plainly ours. */
export const projectTitle = ({
  name,
  categoryLabel,
  number,
}: Pick<CatalogueProject, 'name' | 'categoryLabel' | 'number'>): string =>
  name ?? `事業名の記載なし（番号${number}・${categoryLabel}）`

/** The three targets of a project, and what they count. */
export function targetWords({ targets }: Pick<Project, 'targets'>): {
  key: keyof Project['targets']
  label: string
  meaning: string
  value: number | null
  unit: string
}[] {
  return [
    {
      key: 'workers',
      label: '雇用・就業者数',
      meaning: 'この事業で雇われたり働き始めたりする人の、目標の人数',
      value: targets.workers,
      unit: '人',
    },
    {
      key: 'recruitingEstablishments',
      label: '人材獲得事業所数',
      meaning: 'この事業で働く人を得る事業所の、目標の数',
      value: targets.recruitingEstablishments,
      unit: '事業所',
    },
    {
      key: 'supportedEstablishments',
      label: '支援事業所数',
      meaning: 'この事業が支える事業所の、目標の数',
      value: targets.supportedEstablishments,
      unit: '事業所',
    },
  ]
}
