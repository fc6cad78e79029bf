import type { Cell } from '../cells.ts'
import { error, notice, type Issue } from '../issue.ts'

/** The notice of text around the tables that says nothing known. */
export const outside = (file: string, { text, lines }: Cell): Issue =>
  notice('text-outside', file, {
    line: lines[0] ?? null,
    found: `表の外に「${text.length > 60 ? `${text.slice(0, 60)}…` : text}」`,
    expected: '表の外には、題、単位、ページ番号だけがある',
    remedy: '表の外の文字なので、どの事業にも入れていません。事業のことを書いたものでないか確かめてください。',
  })

/** The fault of a file without the headings of a plan sheet, from its first line on. */
export const noHead = (file: string, place: string | null): Issue =>
  error('heading', file, {
    ...(place === null ? {} : { place }),
    found: '「番号」「区市町村」「事業名」などの見出しのある表がない',
    expected: '計画書の見出しのある表',
    remedy: '計画書のファイルかどうかを確かめてください。見出しの行がないものは、見出しを補ってから加えてください。',
  })
