import type { APIRoute, GetStaticPaths } from 'astro'
import { sitemapParts, sitemapXml } from '../site/sitemap.ts'

const parts = sitemapParts()

export const getStaticPaths: GetStaticPaths = () => [...parts.keys()].map((part) => ({ params: { part } }))

export const GET: APIRoute = ({ params }) => sitemapXml('urlset', parts.get(params['part'] ?? '') ?? [])
