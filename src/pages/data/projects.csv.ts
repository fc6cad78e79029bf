import type { APIRoute } from 'astro'
import { projectsCsv } from '../../open-data/tables.ts'
import { catalogue } from '../../site/catalogue.ts'

export const GET: APIRoute = () => new Response(projectsCsv(catalogue.projects, 'machines'))
