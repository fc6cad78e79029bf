import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AstroIntegration } from 'astro'

/**
 * Has what Astro renders written to a folder at once. Astro itself hands each of the four steps of writing a file to
 * another thread and waits for it, which takes longer than the steps.
 * @param base where the site begins, in the addresses that Astro asks for
 */
export const writePages = (folder: string, base: string): AstroIntegration => ({
  name: 'write-pages',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      const made = new Set<string>()
      setPrerenderer((astro) => ({
        ...astro,
        render: async (request, options) => {
          const rendered = await astro.render(request, options)
          const response = rendered instanceof Response ? rendered : rendered.response
          const file = join(folder, fileOf(new URL(request.url).pathname.slice(base.length), options.routeData.type))
          if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
          made.add(dirname(file))
          // Piece by piece: the largest files would otherwise be in memory once more.
          const opened = openSync(file, 'w')
          for await (const piece of response.body ?? []) writeFileSync(opened, piece)
          closeSync(opened)
          // Without a body there is nothing left for Astro to write.
          return new Response(null)
        },
      }))
    },
  },
})

/** The file that a static host sends for an address; hosts look for what they send for unknown ones under its name. */
function fileOf(address: string, type: string): string {
  const name = decodeURI(address).replace(/\/$/, '')
  if (type === 'endpoint') return name
  return name === '404' ? '404.html' : join(name, 'index.html')
}
