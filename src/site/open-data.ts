import { aboutOf, openDataOf } from '../open-data/files.ts'
import { catalogue, site } from './catalogue.ts'
import { SITE_NAME } from './name.ts'
import { absolute, paths } from './paths.ts'

const about = aboutOf(catalogue, { name: site.publisher ?? SITE_NAME, mail: site.mail }, absolute(site, paths.openData))

/** The files for others to use, made once for all pages. */
export const openData = await openDataOf(
  catalogue,
  about,
  (path) => absolute(site, paths.file(path)),
  (project) => absolute(site, paths.project(project)),
)
