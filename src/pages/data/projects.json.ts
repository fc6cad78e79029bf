import type { APIRoute } from 'astro'
import { recordOf } from '../../open-data/tables.ts'
import { catalogue } from '../../site/catalogue.ts'

export const GET: APIRoute = () => new Response(`${JSON.stringify(catalogue.projects.map(recordOf), null, 1)}\n`)
