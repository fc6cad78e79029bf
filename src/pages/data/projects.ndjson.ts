import type { APIRoute } from 'astro'
import { recordOf } from '../../open-data/tables.ts'
import { catalogue } from '../../site/catalogue.ts'

/** A programme a line. */
export const GET: APIRoute = () =>
  new Response(catalogue.projects.map((project) => `${JSON.stringify(recordOf(project))}\n`).join(''))
