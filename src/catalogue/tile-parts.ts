import type { Municipality } from '../plansheet/schema.ts'
import type { Tile } from '../register/tiles.ts'
import { AREAS, areaOf, isIsland } from './areas.ts'

/** A part of the tile map: its cells, and the box that holds them, counted from 1. */
export interface TilePart {
  label: string
  cells: (Tile & { place: Municipality })[]
  column: number
  row: number
  wide: number
  high: number
}

const PARTS: { label: string; isIn: (place: Municipality) => boolean }[] = [
  { label: '23区', isIn: (place) => areaOf(place) === AREAS[0] },
  { label: '多摩', isIn: (place) => areaOf(place) !== AREAS[0] && !isIsland(place) },
  { label: '島', isIn: isIsland },
]

/** The parts of the map: on a narrow screen each is as wide as the screen, so that names can be read. */
export function tilePartsOf(tiles: readonly Tile[], municipalities: readonly Municipality[]): TilePart[] {
  return PARTS.map(({ label, isIn }) => {
    const cells = tiles.flatMap((tile) => {
      const place = municipalities.find(({ code }) => code === tile.code)
      return place !== undefined && isIn(place) ? [{ ...tile, place }] : []
    })
    const [columns, rows] = [cells.map(({ column }) => column), cells.map(({ row }) => row)]
    const [column, row] = [Math.min(...columns), Math.min(...rows)]
    return { label, cells, column, row, wide: Math.max(...columns) - column + 1, high: Math.max(...rows) - row + 1 }
  })
}
