import type { APIRoute } from 'astro'
import { catalogue } from '../site/catalogue.ts'
import { feedOf } from '../site/feeds.ts'
import { paths } from '../site/paths.ts'

export const GET: APIRoute = () => feedOf('all', '更新のお知らせ', paths.home, catalogue.projects)
