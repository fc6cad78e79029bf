import type { MiddlewareHandler } from 'astro'
import { catalogue } from './site/catalogue.ts'

/** Characters that HTML forbids, even where they are escaped: controls, and what is no character. */
const FORBIDDEN = /(?![\t\n\f\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu

const isClean = catalogue.sheets.every(({ lines }) => lines.every((line) => line.search(FORBIDDEN) < 0))

/** Pages show a mark in the place of such a character of a plan sheet. The data files hold it as printed. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next()
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false
  if (isClean || !isPage) return response
  return new Response((await response.text()).replace(FORBIDDEN, '\uFFFD'), response)
}
