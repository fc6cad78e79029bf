import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode, renderSVG } from 'uqr'

const KIND = { ecc: 'M', border: 4 } as const

/**
 * Draws the QR code of each programme's page, beside the page. Which pattern is laid over a code is tried out once: all
 * addresses are alike but for their end, any pattern can be read, and trying all eight for each takes four times as long.
 */
export function drawQrCodes(folder: string, address: string, projects: readonly { id: string }[]): void {
  const pages = `${address}projects/`
  const { maskPattern } = encode(pages, KIND)
  for (const { id } of projects)
    writeFileSync(join(folder, 'projects', id, 'qr.svg'), renderSVG(`${pages}${id}/`, { ...KIND, maskPattern }))
}
