import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatIssue, isSound } from '../src/plansheet/issue.ts'
import { writeLinks } from '../src/register/links.ts'
import { linkWords } from '../src/words/link.ts'
import { checkLinks } from './check-links.ts'
import { dataFolder, readData } from './read-data.ts'
import { runCommand } from './run-command.ts'
import { today } from './today.ts'
import { writeFileWhole } from './write-file.ts'

const USAGE = `区市町村のページが今もあるかを確かめ、data/links.csv に書く。

  npm run -s links
      --timeout 秒   答えを待つ時間（書かなければ20）
      --pause 秒     同じサイトに続けて聞くときの間（書かなければ3）
`

async function run(): Promise<number | null> {
  const { values } = parseArgs({ options: { timeout: { type: 'string' }, pause: { type: 'string' } } })
  const [timeout, pause] = [Number(values.timeout ?? 20) * 1000, Number(values.pause ?? 3) * 1000]
  if (!(timeout > 0 && pause >= 0)) return null

  const { catalogue, site, issues } = await readData()
  if (catalogue === null || site === null || !isSound(issues)) {
    for (const issue of issues.filter(({ level }) => level === 'error')) console.error(formatIssue(issue))
    console.error('データに誤りがあるため、確かめていません。')
    return 1
  }
  const urls = catalogue.projects.flatMap(({ url }) => url ?? [])
  const checks = await checkLinks(urls, {
    today: today(),
    userAgent: `link-check (+${site.address}${site.mail === null ? '' : `; ${site.mail}`})`,
    timeout,
    pause,
  })
  const bad = checks.filter(({ result }) => result !== 'ok')
  for (const check of bad) console.log(`${check.url}\n  ${linkWords(check) ?? ''}${check.movedTo ?? ''}`)
  // With no network every page would be said to be gone.
  if (bad.length > 0 && checks.every(({ status }) => status === null)) {
    console.error(
      'どのアドレスからも答えがありませんでした。通信を確かめて、もう一度実行してください。何も書いていません。',
    )
    return 1
  }
  const file = join(dataFolder(), 'links.csv')
  await writeFileWhole(file, writeLinks(checks))
  console.log(`${checks.length}件を確かめ、${file} に書きました。移ったか、確認できなかったもの: ${bad.length}件`)
  return 0
}

await runCommand(USAGE, run)
