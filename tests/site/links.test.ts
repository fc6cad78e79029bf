import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../scripts/read-data.ts'
import { SITE } from '../support/build-site.ts'
import { brokenLinks } from '../support/links.ts'

test('every link and fragment of the site leads somewhere, also those given whole, and to machines', async () => {
  const { site } = await readSettings()
  const { checked, broken } = await brokenLinks(SITE, site?.address ?? '')
  expect(broken).toEqual([])
  expect(checked).toBeGreaterThan(globSync('**/*.html', { cwd: SITE }).length)
})

test('a link that leads nowhere is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  const body = `<p id="ここ"></p><a href="/nowhere/"></a><a href="#${encodeURIComponent('ここ')}"></a><a href="#そこ"></a>
    <img src="none.png"><a href="https://example.lg.jp/whole/"></a><a href="https://example.jp/other/"></a>`
  writeFileSync(join(folder, 'index.html'), body)
  writeFileSync(join(folder, '404.html'), '')
  const { broken } = await brokenLinks(folder, 'https://example.lg.jp/')
  expect(broken.sort()).toEqual(['/ → /#そこ (200)', '/ → /none.png (404)', '/ → /nowhere/ (404)', '/ → /whole/ (404)'])
  rmSync(folder, { recursive: true })
})
