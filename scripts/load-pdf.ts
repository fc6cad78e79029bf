import type { PDFDocumentLoadingTask } from 'unpdf/pdfjs'
import { error, type Issue } from '../src/plansheet/issue.ts'
import { interpret, type PdfFont } from '../src/plansheet/pdf/interpret.ts'
import { boxOf, apply, type Matrix } from '../src/plansheet/pdf/matrix.ts'
import type { PdfPage } from '../src/plansheet/pdf/page.ts'

type Names = ReadonlyMap<number, string>

/** Larger files, or files of more pages, are no plan sheets. */
const MAX_BYTES = 30_000_000
const MAX_PAGES = 300

/**
 * Loads the pages of a PDF: what they show, as it lies on the page. No script of the file is run, and nothing is
 * fetched.
 */
export async function loadPdf(bytes: Uint8Array, file: string): Promise<{ pages: PdfPage[]; issues: Issue[] }> {
  if (bytes.length > MAX_BYTES) return { pages: [], issues: [tooLarge(file, `${Math.ceil(bytes.length / 1e6)}MB`)] }
  const { getResolvedPDFJS } = await import('unpdf')
  const { getDocument, OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, value]) => [value, name]))
  // PDF.js takes the bytes for itself, and decodes images that it is not told to leave out.
  const open = (maxImageSize: number): PDFDocumentLoadingTask =>
    getDocument({
      data: new Uint8Array(bytes),
      useSystemFonts: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      maxImageSize,
      fontExtraProperties: true,
      verbosity: 0,
    })
  const loading = open(1)
  try {
    const document = await loading.promise
    if (document.numPages > MAX_PAGES) return { pages: [], issues: [tooLarge(file, `${document.numPages}ページ`)] }
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const operations = await page.getOperatorList({ annotationMode: 0 })
      const fontOf = (name: string): PdfFont | null =>
        page.commonObjs.has(name) ? fontFrom(page.commonObjs.get(name) as unknown) : null
      const annotations = (await page.getAnnotations()) as { subtype: string; url?: string; rect: number[] }[]
      const draw = (turns: number): { pageMatrix: Matrix; drawn: ReturnType<typeof interpret> } => {
        const { transform, width, height } = page.getViewport({ scale: 1, rotation: page.rotate + turns * 90 })
        const pageMatrix = transform as unknown as Matrix
        const box = { left: 0, top: 0, right: width, bottom: height }
        return { pageMatrix, drawn: interpret(operations, names, { matrix: pageMatrix, box }, fontOf) }
      }
      let { pageMatrix, drawn } = draw(0)
      // A page whose text runs down or up is turned until it can be read.
      const turns = drawn.directions.indexOf(Math.max(...drawn.directions))
      if (turns > 0) ({ pageMatrix, drawn } = draw(4 - turns))
      pages.push({
        number,
        glyphs: drawn.glyphs,
        rules: drawn.rules,
        hidden: drawn.hidden,
        cut: drawn.cut,
        imageShare: drawn.rules.length > 0 ? 0 : await imageShareOf(open(-1), number, names),
        isUnmapped: drawn.isUnmapped,
        links: annotations.flatMap(({ subtype, url, rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) =>
          subtype === 'Link' && url !== undefined && /^https?:/i.test(url)
            ? [{ url, ...boxOf([apply(pageMatrix, x1, y1), apply(pageMatrix, x2, y2)]) }]
            : [],
        ),
      })
      page.cleanup()
    }
    return { pages, issues: [] }
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    return { pages: [], issues: [isLocked ? locked(file) : damaged(file)] }
  } finally {
    await loading.destroy()
  }
}

/** The part of a page that its largest image covers. */
async function imageShareOf(loading: PDFDocumentLoadingTask, number: number, names: Names): Promise<number> {
  const page = await (await loading.promise).getPage(number)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const view = { matrix: transform as unknown as Matrix, box: { left: 0, top: 0, right: width, bottom: height } }
  const { imageShare } = interpret(await page.getOperatorList({ annotationMode: 0 }), names, view, () => null)
  await loading.destroy()
  return imageShare
}

/** A font as PDF.js gives it: an error's words where it could not be read, and an empty map where the file has none. */
function fontFrom(font: unknown): PdfFont {
  if (typeof font !== 'object' || font === null) return { vertical: false, isBroken: true }
  const { fontMatrix, vertical, composite, toUnicode } = font as {
    fontMatrix?: number[]
    vertical?: boolean
    composite?: boolean
    toUnicode?: object
  }
  const hasNoMap = composite === true && toUnicode !== undefined && 'lastChar' in toUnicode
  return { ...(fontMatrix ? { fontMatrix } : {}), vertical: vertical === true, isBroken: hasNoMap }
}

const tooLarge = (file: string, found: string): Issue =>
  error('file-large', file, {
    found,
    expected: `${MAX_BYTES / 1e6}MBまで、${MAX_PAGES}ページまで`,
    remedy: '計画書のファイルかどうかを確かめ、計画書のページだけを取り出してください。',
  })

const locked = (file: string): Issue =>
  error('file-locked', file, {
    found: 'パスワードで開かないようにしたファイル',
    expected: 'パスワードなしで開けるファイル',
    remedy: 'パスワードを外して保存し直してください。',
  })

const damaged = (file: string): Issue =>
  error('file-damaged', file, {
    found: 'PDFとして開けないファイル',
    expected: '壊れていないPDF',
    remedy: 'ファイルをもう一度受け取り、PDFを開くソフトで開けるか確かめてください。',
  })
