import type { APIRoute, GetStaticPaths } from 'astro'
import { PART_FILES, partFile, partsOf } from '../../open-data/files.ts'
import { catalogue } from '../../site/catalogue.ts'
import { openData } from '../../site/open-data.ts'

const { people, programs, standards, descriptions } = openData
const files = new Map([...people, ...programs, ...standards, ...descriptions].map(({ path, body }) => [path, body]))
const parts = new Map(
  partsOf(catalogue).flatMap(({ folder, projects }) =>
    PART_FILES.map((file) => [`${folder}/${file}`, { projects, file }] as [string, { projects: typeof projects; file: string }]),
  ),
)

export const getStaticPaths: GetStaticPaths = () =>
  [...files.keys(), ...parts.keys()].map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) => {
  const part = parts.get(params['file'] ?? '')
  return new Response(
    part === undefined ? files.get(params['file'] ?? '') : partFile(catalogue, part.projects, part.file),
  )
}
