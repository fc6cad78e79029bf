import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { globSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCsv } from '../src/csv/write.ts'
import { keepStandIns, makeData } from './bench-data.ts'
import { picturesOf } from './draw-pictures.ts'
import { measureScript, type Cost } from './measure-script.ts'
import { readData } from './read-data.ts'

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [34, 1000, 20_000]

const round = (value: number): number => Math.round(value * 10) / 10
const shown = ({ wall, cpu, peak }: Cost) => ({
  '時計 秒': round(wall),
  'CPU 秒': round(cpu),
  '最大メモリー MiB': Math.round(peak),
})

const folder = await mkdtemp(join(tmpdir(), 'bench-build-'))
const pictures = join(folder, 'pictures')
process.env['CATALOGUE_PICTURES'] = pictures
const rows: object[] = []
// Nothing is removed before the end: a file system is slower where much has just been removed.
try {
  // Drawing is measured once, with the real data; elsewhere stand-ins are copied, as drawn ones would be.
  let drawn: string[] = []
  for (const size of [...new Set([34, ...SIZES])]) {
    const data = join(folder, `data-${String(size)}`)
    const out = join(folder, `site-${String(size)}`)
    await makeData(data, size)
    const { catalogue } = await readData(data)
    if (catalogue === null) throw new Error(`${data} に誤りがあります。`)
    const run = (to = out): Cost => measureScript('build.ts', [], { CATALOGUE_DATA: data, CATALOGUE_OUT: to }, folder)

    if (drawn.length === 0) {
      rows.push({
        事業: size,
        したこと: `絵${String(picturesOf(catalogue).length)}枚を描いて作る`,
        ...shown(run(`${out}-drawn`)),
      })
      drawn = globSync('*.png', { cwd: pictures }).map((file) => join(pictures, file))
    }
    await keepStandIns(picturesOf(catalogue), drawn)

    const built = run()
    const files = globSync('**', { cwd: out }).filter((file) => statSync(join(out, file)).isFile())
    const pages = files.filter((file) => file.endsWith('.html')).length
    const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0)
    rows.push({
      事業: size,
      したこと: '無から作る（絵はある）',
      ...shown(built),
      ページ: pages,
      ファイル: files.length,
      MB: round(bytes / 1e6),
      'CPU ミリ秒/ページ': round((built.cpu * 1000) / pages),
    })

    const [project] = catalogue.projects
    if (project === undefined) throw new Error('事業がありません。')
    const changed = project.contact.phone.replace(/\d{4}$/, (digits) => (digits === '0000' ? '0001' : '0000'))
    const correction = [project.id, 'contact.phone', project.contact.phone, changed, '試験', '試験', '2026-11-22']
    await appendFile(join(data, 'corrections.csv'), writeCsv([correction]))
    rows.push({ 事業: size, したこと: '一事業の電話を直して作り直す', ...shown(run()) })

    const bare = measureScript('write-blanks.ts', [out, `${out}-blank`], {}, folder)
    rows.push({ 事業: size, したこと: '同じ数と大きさのファイルを書くだけ（限界）', ...shown(bare) })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.table(rows)
