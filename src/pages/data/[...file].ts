import type { APIRoute, GetStaticPaths } from 'astro'
import { PART_FILES, partFile, partsOf } from '../../open-data/files.ts'
import { catalogue } from '../../site/catalogue.ts'
import { openData } from '../../site/open-data.ts'

const { people, programs, standards, descriptions } = openData
const files = new Map([...people, ...programs, ...standards, ...descriptions].map(({ path, make }) => [path, make]))
const parts = new Map<string, { projects: typeof catalogue.projects; path: string }>(
  partsOf(catalogue).flatMap(({ folder, projects }) =>
    PART_FILES.map(({ path }) => [`${folder}/${path}`, { projects, path }]),
  ),
)

export const getStaticPaths: GetStaticPaths = () =>
  [...files.keys(), ...parts.keys()].map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) => {
  const name = params['file'] ?? ''
  const part = parts.get(name)
  const make = files.get(name)
  if (part !== undefined) return new Response(partFile(catalogue, part.projects, part.path))
  if (make === undefined) throw new Error(`There is no data file ${name}.`)
  return new Response(make())
}
