import { setTimeout } from 'node:timers/promises'
import { resultOfStatus, type LinkCheck, type LinkResult } from '../src/register/links.ts'

/** How pages are asked for. */
export interface CheckOptions {
  /** The day of the check, `YYYY-MM-DD`. */
  today: string
  /** Who asks; hosts see it. */
  userAgent: string
  /** Milliseconds until an answer counts as none. */
  timeout: number
  /** Milliseconds that a host is left alone after each answer. */
  pause: number
}

const MOST_REDIRECTS = 5
/** What may only be so for a moment, and is asked once more. */
const PASSING: readonly LinkResult[] = ['fault', 'timeout', 'unreachable']

type Answer = { status: number; location: string | null } | 'timeout' | 'unreachable'
type Found = Pick<LinkCheck, 'result' | 'status' | 'movedTo'>

/**
 * Asks for each address, as politely as a person who reads one page after the other: a host is asked for one thing at a
 * time, and left alone for a moment after it. Only heads are asked for where a host gives them.
 * @param urls absolute http(s) addresses; one that stands twice is asked once
 */
export async function checkLinks(urls: readonly string[], options: CheckOptions): Promise<LinkCheck[]> {
  const inTurn = turns(options.pause)

  const request = (address: string, method: 'HEAD' | 'GET'): Promise<Answer> =>
    inTurn(new URL(address).host, async () => {
      try {
        const { status, headers, body } = await fetch(address, {
          method,
          redirect: 'manual',
          headers: { 'user-agent': options.userAgent },
          signal: AbortSignal.timeout(options.timeout),
        })
        await body?.cancel()
        return { status, location: headers.get('location') }
      } catch (cause) {
        return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable'
      }
    })

  /** Some hosts give no heads, or say of them that there is no such page. */
  async function ask(address: string): Promise<Answer> {
    const head = await request(address, 'HEAD')
    const isRefused = typeof head === 'string' ? head === 'unreachable' : head.status >= 400
    return isRefused ? request(address, 'GET') : head
  }

  async function find(url: string): Promise<Found> {
    let address = url
    // As far as all redirects are for good, this is where the page has moved to.
    let home = url
    let last: number | null = null
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await ask(address)
      if (typeof answer === 'string') return { result: answer, status: null, movedTo: null }
      const { status, location } = answer
      last = status
      const next = isRedirect(status) && location !== null ? URL.parse(location, address) : null
      if (next === null || !/^https?:$/.test(next.protocol)) {
        const result = resultOfStatus(status)
        const isMoved = result === 'ok' && !isSamePlace(home, url)
        return { result: isMoved ? 'moved' : result, status, movedTo: isMoved ? home : null }
      }
      if (home === address && (status === 301 || status === 308)) home = next.href
      address = next.href
    }
    return { result: 'redirects', status: last, movedTo: null }
  }

  async function check(url: string): Promise<LinkCheck> {
    const first = await find(url)
    const found = PASSING.includes(first.result) ? await find(url) : first
    return { url, checked: options.today, ...found }
  }

  return Promise.all([...new Set(urls)].map(check))
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** The same address asked for safely, or with a slash more, is no other place. */
const isSamePlace = (a: string, b: string): boolean => plain(a) === plain(b)
const plain = (address: string): string => new URL(address).href.replace(/^http:/, 'https:').replace(/#.*$|\/$/g, '')

/** Lets the work for one host begin only when what came before it is done, and a pause is over. */
function turns(pause: number): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (host, work) => {
    const turn = (last.get(host) ?? Promise.resolve()).then(work)
    last.set(
      host,
      turn.then(() => setTimeout(pause)),
    )
    return turn
  }
}
