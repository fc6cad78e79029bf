import type { APIRoute, GetStaticPaths } from 'astro'
import { renderSVG } from 'uqr'
import { catalogue, site } from '../../../site/catalogue.ts'
import { absolute, paths } from '../../../site/paths.ts'

export const getStaticPaths: GetStaticPaths = () => catalogue.projects.map(({ id }) => ({ params: { id } }))

/** The QR code of a programme's page: black on white in any theme, since readers need it so. */
export const GET: APIRoute = ({ params }) =>
  new Response(renderSVG(absolute(site, paths.project({ id: params['id'] ?? '' })), { border: 4, ecc: 'M' }), {
    headers: { 'content-type': 'image/svg+xml' },
  })
