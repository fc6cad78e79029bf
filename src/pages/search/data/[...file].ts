import type { APIRoute, GetStaticPaths } from 'astro'
import { searchFiles } from '../../../site/search.ts'

export const getStaticPaths: GetStaticPaths = () => [...searchFiles.keys()].map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) => new Response(searchFiles.get(params['file'] ?? '') ?? '')
