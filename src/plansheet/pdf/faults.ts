import type { Cell } from '../cells.ts'
import { error, notice, type Issue } from '../issue.ts'

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
const onPage = (page: number): { place: string } => ({ place: `${page}ページ` })
const FROM_EXCEL = '元のExcelのファイルがあれば、それを加えるのが確かです。'

export const noText = (file: string, page: number): Issue =>
  error('pdf-text', file, {
    ...onPage(page),
    found: '文字の情報がないページ（紙を読み取った画像）',
    expected: '文字の情報があるPDF',
    remedy: `ExcelやWordから作り直したPDFを、発行元に求めてください。${FROM_EXCEL}`,
  })

export const unmapped = (file: string, page: number): Issue =>
  error('pdf-font', file, {
    ...onPage(page),
    found: 'どの文字かが分からない書体の文字（書体が埋め込まれていないか、文字との対応表がない）',
    expected: '書体を埋め込んだPDF',
    remedy: `「フォントを埋め込む」設定で、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const noRules = (file: string, page: number): Issue =>
  error('pdf-rules', file, {
    ...onPage(page),
    found: '罫線で区切られた表がない',
    expected: '縦と横の罫線がある表',
    remedy: `罫線を付けて、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const ragged = (file: string, cell: Cell): Issue =>
  error('pdf-cell', file, {
    line: cell.lines[0] ?? null,
    found: `四角でない欄の文字「${shorten(cell.text)}」。欄を区切る罫線が途中で切れている`,
    expected: '罫線が欄の端から端まである',
    remedy: `罫線を引き直して、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const crossing = (file: string, cell: Cell): Issue =>
  error('pdf-cell', file, {
    line: cell.lines[0] ?? null,
    found: `罫線をまたいで印刷された文字「${shorten(cell.text)}」`,
    expected: '文字が欄の中に収まっている',
    remedy: `欄を広げるか、欄の中で折り返して、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const struckThrough = (file: string, cell: Cell): Issue =>
  error('pdf-cell', file, {
    line: cell.lines[0] ?? null,
    found: `取り消し線のある欄「${shorten(cell.text)}」`,
    expected: '取り消し線のない文字',
    remedy: `消す文字は除いて、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const withinTable = (file: string, cell: Cell): Issue =>
  error('stray-text', file, {
    line: cell.lines[0] ?? null,
    found: `表の横にあり、どの欄にも入らない文字「${shorten(cell.text)}」`,
    expected: '表の文字は、どれも罫線で囲まれた欄の中にある',
    remedy: `その文字が入る欄の罫線を引いて、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const hiddenText = (file: string, page: number, text: string): Issue =>
  notice('pdf-hidden', file, {
    ...onPage(page),
    found: `ファイルにはあるが、ページには見えない文字「${shorten(text)}」`,
    expected: '見える文字だけ',
    remedy: 'どの事業にも入れていません。計画書の文字でないか、印刷したものを確かめてください。',
  })

export const cutText = (file: string, page: number, text: string): Issue =>
  error('pdf-cut', file, {
    ...onPage(page),
    found: `欄やページに収まらず、切れて見えない文字「${shorten(text)}」`,
    expected: 'すべての文字が、欄とページの中に見える',
    remedy: `欄を広げるか、欄の中で折り返して、PDFを作り直してください。${FROM_EXCEL}`,
  })

export const officesApart = (file: string, line: number, text: string): Issue =>
  notice('pdf-wrap', file, {
    line,
    field: 'contact.department',
    found: `部署の名前が「${text}」の後で折り返されている`,
    expected: '空白の有無が分かる折り返し',
    remedy: '部署と部署の間に空白があるものとして読みました。空白がなければ、登録した後で直してください。',
  })

export const lookalikes = (file: string, page: number, found: string): Issue =>
  notice('pdf-lookalike', file, {
    ...onPage(page),
    found: `漢字や記号の代わりに、同じ形の別の文字: ${shorten(found)}`,
    expected: '漢字や記号そのもの',
    remedy: '書体の都合で部首の記号などになったものとみて、かっこの中の文字で読みました。',
  })
