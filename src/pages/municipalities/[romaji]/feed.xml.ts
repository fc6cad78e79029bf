import type { APIRoute, GetStaticPaths } from 'astro'
import { ofMunicipality } from '../../../catalogue/catalogue.ts'
import type { Municipality } from '../../../plansheet/schema.ts'
import { catalogue } from '../../../site/catalogue.ts'
import { feedOf } from '../../../site/feeds.ts'
import { paths } from '../../../site/paths.ts'

export const getStaticPaths: GetStaticPaths = () =>
  catalogue.municipalities.map((municipality) => ({
    params: { romaji: municipality.romaji },
    props: { municipality },
  }))

export const GET: APIRoute<{ municipality: Municipality }> = ({ props: { municipality } }) =>
  feedOf(
    `municipality/${municipality.code}`,
    municipality.name,
    paths.municipality(municipality),
    ofMunicipality(catalogue, municipality.code),
  )
