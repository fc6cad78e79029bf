import { encode } from 'uqr'

/** The light cells around a code, and the side of a cell. */
const BORDER = 4
const SIDE = 10
/** The patterns of which one is laid over the cells, so that none of them can be mistaken for a part of the code. */
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7]

/** The cells of a code, row by row; 1 is dark. */
function cellsOf(text: string, maskPattern: number): Uint8Array {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern })
  const cells = new Uint8Array(size * size)
  for (let at = 0; at < cells.length; at += 1) if (data[Math.floor(at / size)]?.[at % size]) cells[at] = 1
  return cells
}

/** Cells of which some are turned over: what tells two codes apart, or one of them and that. */
function turned(cells: Uint8Array, by: Uint8Array): Uint8Array {
  const result = new Uint8Array(cells.length)
  for (let at = 0; at < cells.length; at += 1) result[at] = (cells[at] ?? 0) ^ (by[at] ?? 0)
  return result
}

/** What ISO/IEC 18004 counts against a row or column of cells: long runs, and what looks like a corner of a code. */
function faultsOfLine(cells: Uint8Array, start: number, step: number, size: number): number {
  const end = start + size * step
  // Their lengths, light and dark in turn. Beyond the code all is light.
  const runs: number[] = []
  let faults = 0
  for (let at = start, color = 0; at < end; color ^= 1) {
    const from = at
    while (at < end && cells[at] === color) at += step
    const run = (at - from) / step
    if (run > 4) faults += run - 2
    runs.push(run)
  }
  if (runs.length % 2 === 0) runs.push(0)
  runs[0] = (runs[0] ?? 0) + size
  runs[runs.length - 1] = (runs[runs.length - 1] ?? 0) + size
  for (let at = 6; at < runs.length; at += 2) {
    const one = runs[at - 1] ?? 0
    if (runs[at - 2] !== one || runs[at - 3] !== 3 * one || runs[at - 4] !== one || runs[at - 5] !== one) continue
    const before = runs[at - 6] ?? 0
    const after = runs[at] ?? 0
    if (before >= one && after >= 4 * one) faults += 40
    if (before >= 4 * one && after >= one) faults += 40
  }
  return faults
}

/** What it counts against all of them: their lines, squares of one colour, and that dark and light are not as many. */
function faultsOf(cells: Uint8Array, size: number): number {
  let faults = 0
  let dark = 0
  for (let y = 0; y < size; y += 1) {
    faults += faultsOfLine(cells, y * size, 1, size) + faultsOfLine(cells, y, size, size)
    for (let at = y * size, last = at + size - 1; at <= last; at += 1) {
      const cell = cells[at] ?? 0
      dark += cell
      // (Below the last row is nothing that could be equal.)
      if (at < last && cell === cells[at + 1] && cell === cells[at + size] && cell === cells[at + size + 1]) faults += 3
    }
  }
  return faults + 10 * (Math.ceil((10 * Math.abs(2 * dark - cells.length)) / cells.length) - 1)
}

/**
 * Draws QR codes as SVG, black on white in any theme, since readers need it so. A mask turns over the same cells of
 * all texts of a size, which are known after the first one: that is a fifth of the work of trying them all anew.
 */
export function qrDrawer(): (text: string) => string {
  const masks = new Map<number, Uint8Array[]>()
  return (text) => {
    const first = cellsOf(text, 0)
    const size = Math.sqrt(first.length)
    const known = masks.get(size) ?? MASKS.map((mask) => turned(first, cellsOf(text, mask)))
    masks.set(size, known)
    let cells = first
    let least = Infinity
    for (const mask of known) {
      const tried = turned(first, mask)
      const faults = faultsOf(tried, size)
      if (faults < least) [cells, least] = [tried, faults]
    }
    let path = ''
    for (let at = 0; at < cells.length; at += 1)
      if (cells[at] === 1)
        path += `M${((at % size) + BORDER) * SIDE},${(Math.floor(at / size) + BORDER) * SIDE}h${SIDE}v${SIDE}h-${SIDE}z`
    const side = (size + 2 * BORDER) * SIDE
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect fill="white" width="${side}" height="${side}"/><path fill="black" d="${path}"/></svg>`
  }
}
