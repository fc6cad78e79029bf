import type { APIRoute, GetStaticPaths } from 'astro'
import type { Group } from '../../../catalogue/catalogue.ts'
import { groups } from '../../../site/catalogue.ts'
import { feedOf } from '../../../site/feeds.ts'
import { paths } from '../../../site/paths.ts'

export const getStaticPaths: GetStaticPaths = () =>
  groups.map((group) => ({ params: { slug: group.slug }, props: { group } }))

export const GET: APIRoute<{ group: Group }> = ({ props: { group } }) =>
  feedOf(`category/${group.slug}`, group.label, paths.category(group), group.projects)
