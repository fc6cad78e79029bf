import type { APIRoute } from 'astro'
import { indexOf } from '../../search/index-of.ts'
import { catalogue, words } from '../../site/catalogue.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(indexOf(catalogue.projects, catalogue.municipalities, words)), {
    headers: { 'content-type': 'application/json' },
  })
