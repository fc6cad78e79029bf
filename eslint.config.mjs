import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

export default defineConfig(
  { ignores: ['dist', '.build', '.astro'] },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Japanese has no emoji families: characters are code points here.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  astro.configs.recommended,
)
