import { defineConfig } from 'astro/config'

export default defineConfig({
  trailingSlash: 'always',
  // The default, 'jsx', glues neighbouring inline links together.
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // Modules fetched on demand are few and small; the helper that would preload them is larger than some of them.
  vite: { build: { modulePreload: false } },
  devToolbar: { enabled: false },
})
