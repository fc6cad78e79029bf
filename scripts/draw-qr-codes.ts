import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { qrDrawer } from '../src/site/qr.ts'

/** Draws the QR code of each programme's page, beside the page. */
export function drawQrCodes(folder: string, address: string, projects: readonly { id: string }[]): void {
  const draw = qrDrawer()
  for (const { id } of projects)
    writeFileSync(join(folder, 'projects', id, 'qr.svg'), draw(`${address}projects/${id}/`))
}
