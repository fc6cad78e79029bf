import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createGzip } from 'node:zlib'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
}

const ZIPPED = /^text\/|json|svg/

/** A server for a folder of static files: index.html for folders, 404.html for what is not there. */
export function staticServer(folder: string): Server {
  return createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, file }) => {
      const stream = createReadStream(file)
      stream.on('error', () => response.writeHead(404).end())
      stream.on('open', () => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream'
        const isZipped = ZIPPED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
        response.writeHead(status, { 'content-type': type, ...(isZipped ? { 'content-encoding': 'gzip' } : {}) })
        if (isZipped) stream.pipe(createGzip()).pipe(response)
        else stream.pipe(response)
      })
    })
  })

  async function answer(url: string): Promise<{ status: number; file: string }> {
    const missing = { status: 404, file: join(folder, '404.html') }
    let path: string
    try {
      path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
    } catch {
      return missing
    }
    if (path.split(sep).includes('..')) return missing
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const found = await stat(file).catch(() => null)
    return found?.isFile() === true ? { status: 200, file } : missing
  }
}

/** Starts a server on localhost. Port 0 takes any free one. @returns its address, without a slash at the end */
export const listen = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://localhost:${typeof address === 'object' ? address?.port : port}`)
    })
  })
