/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'
import { TEST_DATA } from './tests/support/test-data.ts'

export default getViteConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build-site.ts',
    reporters: ['default', './tests/support/closing-line.ts'],
    testTimeout: 30_000,
    env: { CATALOGUE_DATA: TEST_DATA },
  },
})
