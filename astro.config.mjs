import { defineConfig } from 'astro/config'

export default defineConfig({
  trailingSlash: 'always',
  // The default, 'jsx', glues neighbouring inline links together.
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
})
