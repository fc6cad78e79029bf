import type { APIRoute } from 'astro'
import { catalogue, site } from '../site/catalogue.ts'
import { SITE_LEAD, SITE_NAME } from '../site/name.ts'
import { openData } from '../site/open-data.ts'
import { absolute, paths } from '../site/paths.ts'
import { figure } from '../words/amount.ts'
import { plansWords } from '../words/time.ts'

/** What language models should know of the site, and where its facts are. */
export const GET: APIRoute = () => {
  const plans = plansWords(catalogue.sheets.map(({ entry }) => entry.fiscalYear))
  const link = (title: string, page: string, note: string): string => `- [${title}](${absolute(site, page)}): ${note}`
  const [newest] = catalogue.sheets
  const [place] = catalogue.municipalities
  const folders = [String(newest?.entry.fiscalYear ?? ''), place?.romaji ?? ''].filter((folder) => folder !== '')
  const lines = [
    `# ${SITE_NAME}`,
    '',
    `> ${SITE_LEAD}${plans}で、${figure(catalogue.projects.length)}事業が載っています。今の募集ではありません。`,
    '',
    '- 金額（千円）と目標は計画で、実績ではありません。空は「記載なし」で、0ではありません。',
    '- 事業に申し込めるかは、それぞれの問合せ先に聞かなければ分かりません。',
    '- 東京都や区市町村の公式サイトではありません。計画書そのものの利用条件は、確かめられていません。',
    '',
    '## データ',
    '',
    ...[...openData.descriptions, ...openData.programs, ...openData.standards].map(({ path, title, note }) =>
      link(title, paths.file(path), note),
    ),
    `- 年度ごと、区市町村ごとのファイルもあります。例: ${folders.map((folder) => absolute(site, paths.file(`${folder}/projects.csv`))).join(' 、 ')}`,
    '',
    '## ページ',
    '',
    link('事業の一覧', paths.projects, 'すべての事業'),
    link('区市町村', paths.municipalities, '区市町村ごとの事業'),
    link('集計', paths.totals, '計画書の合計との検算'),
    link('列の意味', paths.dictionary, 'データの辞書'),
    link('データについて', paths.about, '出どころと、推定・修復・訂正したところ'),
    link('言葉の説明', paths.glossary, '計画書の言葉の説明'),
    '',
    '## Optional',
    '',
    link('In English', paths.english, 'about this site, in English'),
  ]
  return new Response(`${lines.join('\n')}\n`)
}
