import { renderSVG } from 'uqr'
import { expect, test } from 'vitest'
import { qrDrawer } from '../../src/site/qr.ts'

test('a QR code is the one that uqr draws, for addresses of any length', () => {
  const draw = qrDrawer()
  for (let length = 0; length < 200; length += 1) {
    const address = `https://example.lg.jp/${'jinzai/2021-11/'.repeat(14).slice(0, length)}`
    expect(draw(address), address).toBe(renderSVG(address, { border: 4, ecc: 'M' }))
  }
})
