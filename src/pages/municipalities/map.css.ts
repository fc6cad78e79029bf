import type { APIRoute } from 'astro'
import { tilePartsOf } from '../../catalogue/tile-parts.ts'
import { catalogue } from '../../site/catalogue.ts'

/** Which map is shown, and where its parts lie on a wide screen: from the table of tiles, and in a file, since pages allow no other. */
export const GET: APIRoute = () => {
  const parts = tilePartsOf(catalogue.tiles, catalogue.municipalities)
  const columns = Math.max(...catalogue.tiles.map(({ column }) => column))
  const rows = Math.max(...catalogue.tiles.map(({ row }) => row))
  const rules = [
    // On other pages a browser would look for the map at every change.
    ".tile-map:has([value='count']:checked) .tile-map__map--count,.tile-map:has([value='amount']:checked) .tile-map__map--amount{display:block}",
    `.tile-map__parts{--columns:${String(columns)};--rows:${String(rows)}}`,
    ...parts.map(
      ({ column, row, wide, high }, index) =>
        `.tile-map__part--${String(index)}{--area:${String(row)}/${String(column)}/span ${String(high)}/span ${String(wide)}}`,
    ),
  ]
  return new Response(`${rules.join('\n')}\n`)
}
