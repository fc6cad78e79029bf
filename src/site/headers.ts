import { POLICY } from './policy.ts'

/** A header's name and value. */
export type Header = readonly [name: string, value: string]

// Some hosts join what two rules say of one header, others take the last: these rules hold under both. So what may be
// framed is said by two headers: the older one forbids it everywhere, and a policy that speaks of frames annuls that.
const EVERYWHERE: readonly Header[] = [
  ['Content-Security-Policy', POLICY],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

/** The browser asks each time whether its copy is still the newest. */
const ASK_AGAIN: Header = ['Cache-Control', 'public, max-age=0, must-revalidate']

// Each folder of the site has one rule for caches, so that no two meet.
const FOLDERS: Record<string, readonly Header[]> = {
  // Names of these files change with what is in them.
  assets: [['Cache-Control', 'public, max-age=31536000, immutable']],
  // Programs of other sites may read the data, too.
  data: [
    ['Cache-Control', 'public, max-age=600'],
    ['Access-Control-Allow-Origin', '*'],
  ],
  // Cards stand in other sites.
  embed: [['Content-Security-Policy', 'frame-ancestors *'], ASK_AGAIN],
}

/** Content types by the ends of file names that hosts do not know, or get wrong; a longer end before a shorter. */
const RARE_TYPES: Record<string, string> = {
  '.sjis.csv': 'text/csv; charset=Shift_JIS',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

/** Content types by the ends of file names; a longer end before a shorter. */
export const TYPES: Record<string, string> = {
  ...RARE_TYPES,
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
}

/** The headers that a file of the site is sent with. @param path its path within the site, with a slash before it */
export function headersOf(path: string): Header[] {
  const end = Object.keys(TYPES).find((name) => path.endsWith(name)) ?? (path.endsWith('/') ? '.html' : '')
  return [
    ...EVERYWHERE,
    ...(FOLDERS[folderOf(path)] ?? [ASK_AGAIN]),
    ['Content-Type', TYPES[end] ?? 'application/octet-stream'],
  ]
}

const folderOf = (path: string): string => /^\/([^/]+)\//.exec(path)?.[1] ?? ''

/**
 * The same as a `_headers` file, which Cloudflare Pages and Netlify read.
 * @param folders names of the folders at the top of the site
 * @param base the path that the site lies under, with slashes at both ends
 */
export function headersFile(folders: readonly string[], base: string): string {
  const rules: [string, readonly Header[]][] = [
    ['*', EVERYWHERE],
    ['', [ASK_AGAIN]],
    ...[...folders]
      .sort()
      .map((folder): [string, readonly Header[]] => [`${folder}/*`, FOLDERS[folder] ?? [ASK_AGAIN]]),
    ...Object.entries(RARE_TYPES).map(([end, type]): [string, Header[]] => [`*${end}`, [['Content-Type', type]]]),
  ]
  return rules
    .map(([path, headers]) =>
      [`${base}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n')
}
