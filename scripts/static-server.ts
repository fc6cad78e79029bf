import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { createGzip } from 'node:zlib'
import { headersOf } from '../src/site/headers.ts'

const ZIPPED = /^text\/|json|svg|xml/

/**
 * A server for a folder of static files: index.html for folders, 404.html for what is not there, with the headers that
 * the site asks of every host.
 * @param base the path that the folder is served under, with slashes at both ends
 */
export function staticServer(folder: string, base = '/'): Server {
  return createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, path, location }) => {
      if (location !== undefined) return void response.writeHead(status, { location }).end()
      const stream = createReadStream(join(folder, path))
      stream.on('error', () => response.writeHead(404).end())
      stream.on('open', () => {
        response.statusCode = status
        for (const [name, value] of headersOf(path)) response.appendHeader(name, value)
        const type = String(response.getHeader('content-type'))
        const isZipped = ZIPPED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
        if (isZipped) response.setHeader('content-encoding', 'gzip')
        if (isZipped) stream.pipe(createGzip()).pipe(response)
        else stream.pipe(response)
      })
    })
  })

  /** What an address is answered with: a file by its path in the folder, or a folder's whole address. */
  async function answer(url: string): Promise<{ status: number; path: string; location?: string }> {
    const missing = { status: 404, path: '/404.html' }
    let pathname: string
    let asked: string
    try {
      pathname = new URL(url, 'http://localhost').pathname
      if (`${pathname}/` === base) return { status: 301, path: '', location: base }
      if (!pathname.startsWith(base)) return missing
      asked = normalize(decodeURIComponent(`/${pathname.slice(base.length)}`))
    } catch {
      return missing
    }
    if (asked.split(sep).includes('..') || asked.includes('\0')) return missing
    const path = asked.endsWith('/') ? `${asked}index.html` : asked
    const found = await stat(join(folder, path)).catch(() => null)
    if (found?.isDirectory() === true) return { status: 301, path: '', location: `${pathname}/`.replace(/^\/+/, '/') }
    return found?.isFile() === true ? { status: 200, path } : missing
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
