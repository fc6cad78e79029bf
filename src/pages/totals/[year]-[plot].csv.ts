import type { APIRoute, GetStaticPaths } from 'astro'
import { writeCsv } from '../../csv/write.ts'
import { catalogue } from '../../site/catalogue.ts'
import { plotsOf, type Plot } from '../../site/plots.ts'

export const getStaticPaths: GetStaticPaths = () =>
  catalogue.sheets.flatMap(({ entry: { fiscalYear } }) =>
    plotsOf(fiscalYear).map((plot) => ({ params: { year: String(fiscalYear), plot: plot.name }, props: { plot } })),
  )

/** A plot's figures: what it stands for, and the figure in the unit of the heading. */
export const GET: APIRoute<{ plot: Plot }> = ({ props: { plot } }) =>
  new Response(writeCsv([['項目', plot.unit], ...plot.bars.map(({ label, value }) => [label, String(value)])]))
