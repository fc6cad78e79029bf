import type { APIRoute } from 'astro'
import { searchIndex } from '../../site/search.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(searchIndex), { headers: { 'content-type': 'application/json' } })
