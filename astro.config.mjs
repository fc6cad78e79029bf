import { defineConfig } from 'astro/config'

/**
 * Vite puts a helper into every page that fetches a module on demand, and the names of what that module needs; modules
 * without styles of their own, whose needs are there already, need neither.
 */
const withoutPreloadHelper = () => ({
  name: 'without-preload-helper',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
  renderChunk: (code) => code.replace(/,\s*__VITE_PRELOAD__/g, ''),
})

/**
 * Told so, a browser compiles all functions while the script arrives, not one by one when the first answer calls them.
 * The small scripts of all pages gain nothing by it.
 */
const compileEarly = ({ name }) => (/^(?:common|Page)/.test(name) ? '' : '//# allFunctionsCalledOnLoad')
const COMMON = 'search/page/(?:dom|typing|shortcut)|words/time|picks/(?:picked|clipboard)'
const UNDERSTANDING = 'search/understanding|search/words/(?:romaji|slip)'
/** What the scripts of all pages share, small as it is: nothing of the search may come with it. */
const commonInOne = { name: 'common', test: new RegExp(`src/(?:${COMMON})|vite/preload-helper`), priority: 2 }
/** What the search page and the panel of all other pages share, in one file: many small ones are more bytes to send. */
const searchInOne = {
  name: 'search',
  test: new RegExp(`src/(?!${COMMON}|${UNDERSTANDING})(?:search|words)/`),
  minShareCount: 2,
  priority: 1,
}
/** What a query of other words than printed ones needs, and what mends misspelt ones: fetched for the first of them. */
const understandingApart = { name: 'understand', test: new RegExp(`src/(?:${UNDERSTANDING})`) }

export default defineConfig({
  trailingSlash: 'always',
  // The default, 'jsx', glues neighbouring inline links together.
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // Modules fetched on demand are few and small; the helper that would preload theirs is larger than some of them.
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: {
        output: { postBanner: compileEarly, codeSplitting: { groups: [commonInOne, searchInOne, understandingApart] } },
      },
    },
    plugins: [withoutPreloadHelper()],
  },
  devToolbar: { enabled: false },
})
