import { defineConfig } from 'astro/config'

/** Vite puts a helper into every page that fetches a module on demand; modules without styles of their own need none. */
const withoutPreloadHelper = () => ({
  name: 'without-preload-helper',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
})

/** What the search page and the panel of all other pages share, in one file: many small ones are more bytes to send. */
const searchInOne = { name: 'search', test: /src\/(search|words)\/(?!dom|typing|shortcut|time)/, minShareCount: 2 }
/** Told so, a browser compiles all functions while the script arrives, not one by one when the first answer calls them. */
const compileEarly = '//# allFunctionsCalledOnLoad'
/** What the box of every page needs at once: nothing of the search may come with it. */
const boxApart = { name: 'box', test: /src\/search\/(?:typing|shortcut)|vite\/preload-helper/, priority: 1 }

export default defineConfig({
  trailingSlash: 'always',
  // The default, 'jsx', glues neighbouring inline links together.
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // Modules fetched on demand are few and small; the helper that would preload theirs is larger than some of them.
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: { output: { postBanner: compileEarly, codeSplitting: { groups: [boxApart, searchInOne] } } },
    },
    plugins: [withoutPreloadHelper()],
  },
  devToolbar: { enabled: false },
})
