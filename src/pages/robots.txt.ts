import type { APIRoute } from 'astro'
import { site } from '../site/catalogue.ts'
import { absolute, paths } from '../site/paths.ts'

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\nSitemap: ${absolute(site, paths.sitemap)}\n`)
