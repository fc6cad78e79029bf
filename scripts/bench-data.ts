import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readCells } from '../src/plansheet/index.ts'
import { writeSheetCsv } from '../src/plansheet/csv/write.ts'
import { readSheets, writeSheets, type SheetEntry } from '../src/register/sheets.ts'
import { keptAt, type Picture } from './draw-pictures.ts'
import { generateSheets } from './generate-sheets.ts'
import { dataFolder, readRegister } from './read-data.ts'
import { sha256Of } from './sha256.ts'

/** Puts drawn pictures in the place of those that are not drawn yet, so that a build finds all it needs. */
export async function keepStandIns(pictures: readonly Picture[], drawn: readonly string[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    const kept = keptAt(picture)
    await mkdir(dirname(kept), { recursive: true })
    if (!existsSync(kept)) await copyFile(drawn[index % drawn.length] ?? '', kept)
  }
}

/** Copies the data folder, and adds invented sheets to the newest real one until there are so many programmes. */
export async function makeData(folder: string, count: number): Promise<void> {
  await cp(dataFolder(), folder, { recursive: true })
  const list = join(folder, 'sheets.csv')
  const { sheets } = readSheets(await readFile(list, 'utf8'), list)
  const [newest] = sheets
  if (newest === undefined) throw new Error(`${list}: 計画書がありません。`)
  const path = join(folder, 'sheets', newest.file)
  const { register } = await readRegister(folder)
  const real = readCells(await readFile(path, 'utf8'), path)
  const made = generateSheets(real, newest.fiscalYear, register.municipalities, count)
  const entries: SheetEntry[] = []
  for (const { fiscalYear, cells } of made) {
    const csv = writeSheetCsv(cells)
    const file = `${String(fiscalYear)}.csv`
    await writeFile(join(folder, 'sheets', file), csv)
    const title = cells.title?.text ?? ''
    entries.push({
      ...newest,
      fiscalYear,
      title,
      file,
      source: '試験のための作り物',
      sha256: sha256Of(Buffer.from(csv)),
    })
  }
  await writeFile(list, writeSheets([...sheets, ...entries]))
}
