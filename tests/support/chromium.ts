import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'

const CACHE = resolve('node_modules/.cache/chromium')
// --no-sandbox: containers run as root. The others keep Chromium from calling its maker.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/**
 * Starts Chromium: on Linux x64 the one that comes with the dev dependencies, elsewhere an installed one.
 * CHROMIUM_PATH names another.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) return chromium.launch({ executablePath: named, args: FLAGS })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: FLAGS })
  const executablePath = await unpack()
  // On a machine without a UTF-8 locale a Japanese file name is lost.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: await fontConfig() }
  return chromium.launch({ executablePath, args: FLAGS, env })
}

/** Unpacks the packaged Chromium once for each version; a second run finds it. @returns its path */
async function unpack(): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const root = join(folder, '..')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const path = join(CACHE, `chromium-${version}`)
  if (existsSync(path)) return path
  await mkdir(CACHE, { recursive: true })
  const aside = `${path}.${String(process.pid)}`
  await pipeline(createReadStream(join(root, 'bin/chromium.br')), createBrotliDecompress(), createWriteStream(aside))
  await chmod(aside, 0o755)
  await rename(aside, path)
  return path
}

/** A font configuration with a Japanese font from npm: without one a kanji is a narrow box, and layout tests lie. */
async function fontConfig(): Promise<string> {
  const fonts = resolve('node_modules/@expo-google-fonts/biz-udpgothic')
  const path = join(CACHE, 'fonts.conf')
  await mkdir(CACHE, { recursive: true })
  await writeFile(
    path,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(CACHE, 'fontconfig')}</cachedir></fontconfig>`,
  )
  return path
}
