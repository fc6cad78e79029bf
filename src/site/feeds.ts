import { changesOf } from '../catalogue/changes.ts'
import type { CatalogueProject } from '../catalogue/catalogue.ts'
import { atom } from '../open-data/atom.ts'
import { catalogue, site } from './catalogue.ts'
import { SITE_NAME } from './name.ts'
import { absolute, paths } from './paths.ts'

/**
 * The feed of a page: the changes of the programmes that it is about.
 * @param name tells this feed from the others for ever
 */
export const feedOf = async (
  name: string,
  title: string,
  page: string,
  projects: readonly CatalogueProject[],
): Promise<Response> =>
  new Response(
    await atom({
      name,
      title: `${title} | ${SITE_NAME}`,
      self: absolute(site, paths.feed(page)),
      page: absolute(site, page),
      author: site.publisher ?? SITE_NAME,
      changes: changesOf(catalogue, projects),
      pageOf: (project) => absolute(site, paths.project(project)),
    }),
  )
