import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import satori from 'satori'
import sharp from 'sharp'
import { ofMunicipality, type Catalogue } from '../src/catalogue/catalogue.ts'
import { SITE_LEAD, SITE_NAME } from '../src/site/name.ts'
import { joints } from '../src/words/joints.ts'
import { projectTitle } from '../src/words/project.ts'
import { fiscalYearWords, plansWords } from '../src/words/time.ts'
import { writeFileWhole } from './write-file.ts'

/** What a picture beside a shared link says. */
export interface Picture {
  /** Name of its file, without the ending. */
  name: string
  over: string
  title: string
  under: string
}

const SIZE = { width: 1200, height: 630 }
/** Drawn pictures stay here, so that one that has not changed is not drawn again; or where CATALOGUE_PICTURES says. */
const cacheFolder = (): string => process.env['CATALOGUE_PICTURES'] ?? 'node_modules/.cache/pictures'
const require = createRequire(import.meta.url)
const { devDependencies } = require('../package.json') as { devDependencies: Record<string, string> }
/** What a picture is drawn by: one that other code, or another version, has drawn may not be the same. */
const DRAWN_BY = createHash('sha256').update(
  [
    await readFile(import.meta.filename, 'utf8'),
    ...['satori', 'sharp', '@expo-google-fonts/biz-udpgothic'].map((name) => devDependencies[name]),
  ].join(),
)
const FONTS = [
  ['400Regular/BIZUDPGothic_400Regular.ttf', 400],
  ['700Bold/BIZUDPGothic_700Bold.ttf', 700],
] as const
const BLUE = '#0017c1'
/**
 * Each shade of a colour, 0 to 255, rounded to one of 16. A picture then has fewer colours than a palette holds: there
 * is nothing to choose, which the choosers of palettes do not do alike on every machine.
 */
const SHADES = Array.from({ length: 256 }, (_, shade) => Math.round(shade / 17) * 17)

/** The pictures of a catalogue: the site's, one for each municipality and one for each programme. */
export const picturesOf = (catalogue: Catalogue): Picture[] => [
  {
    name: 'site',
    over: plansWords(catalogue.sheets.map(({ entry }) => entry.fiscalYear)),
    title: SITE_NAME,
    under: SITE_LEAD,
  },
  ...catalogue.municipalities.map(({ romaji, name, code }) => {
    const count = ofMunicipality(catalogue, code).length
    return {
      name: romaji,
      over: '区市町村',
      title: name,
      under: count === 0 ? '計画書に事業は載っていません' : `計画書に載った${String(count)}事業`,
    }
  }),
  ...catalogue.projects.map((project) => ({
    name: project.id,
    over: project.municipality.name,
    title: projectTitle(project),
    under: `${fiscalYearWords(project.fiscalYear)}の計画　電話 ${project.contact.phone}`,
  })),
]

const box = (style: object, ...children: unknown[]): object => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
})

/** A title in as large a type as lets it fit. Its words stay whole. */
function design({ over, title, under }: Picture): object {
  const fontSize = title.length < 16 ? 84 : title.length < 36 ? 66 : title.length < 60 ? 54 : 44
  return box(
    { ...SIZE, flexDirection: 'column', background: '#fff', color: '#1a1a1a', borderTop: `24px solid ${BLUE}` },
    box(
      { flexDirection: 'column', flexGrow: 1, padding: '48px 72px 0', justifyContent: 'center' },
      box({ fontSize: 40, color: '#4d4d4d', marginBottom: 16 }, over),
      box(
        { fontSize, fontWeight: 700, lineHeight: 1.35, flexWrap: 'wrap' },
        ...joints(title).map((part) => box({ whiteSpace: 'pre' }, part)),
      ),
      box({ fontSize: 36, marginTop: 28 }, under),
    ),
    box({ padding: '0 72px 40px', fontSize: 32, fontWeight: 700, color: BLUE }, title === SITE_NAME ? '' : SITE_NAME),
  )
}

/** The file that keeps a drawn picture: known by its drawing, and by what draws it. */
export const keptAt = (picture: Picture): string =>
  join(
    cacheFolder(),
    `${DRAWN_BY.copy()
      .update(JSON.stringify(design(picture)))
      .digest('hex')}.png`,
  )

/** Draws the pictures into a folder as PNG; those that were drawn before are copied. */
export async function drawPictures(folder: string, pictures: readonly Picture[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await mkdir(cacheFolder(), { recursive: true })
  let fonts: { name: string; data: Buffer; weight: 400 | 700 }[] | null = null
  const draw = async (picture: Picture): Promise<Buffer> => {
    fonts ??= await Promise.all(
      FONTS.map(async ([file, weight]) => ({
        name: 'BIZ UDPGothic',
        data: await readFile(require.resolve(`@expo-google-fonts/biz-udpgothic/${file}`)),
        weight,
      })),
    )
    const svg = await satori(design(picture) as Parameters<typeof satori>[0], { ...SIZE, fonts })
    const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    for (let at = 0; at < data.length; at += 1) data[at] = SHADES[data[at] ?? 0] ?? 0
    // So few colours need no search for the best ones, and no dots between them.
    return sharp(data, { raw: { ...SIZE, channels: 3 } })
      .png({ palette: true, effort: 1, dither: 0 })
      .toBuffer()
  }
  for (const picture of pictures) {
    const kept = keptAt(picture)
    if (!existsSync(kept)) await writeFileWhole(kept, await draw(picture))
    // To read and write such small files takes a third of the time that copying them does.
    writeFileSync(join(folder, `${picture.name}.png`), readFileSync(kept))
  }
}
