/** A PDF file of these objects, the first of which is its catalogue. */
export function pdfFile(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const at = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** One page that draws this, with these resources. */
export function pdfPage(content: string, resources: string, others: readonly string[] = [], trailer = ''): Uint8Array {
  return pdfFile(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ...others,
    ],
    trailer,
  )
}

const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 64 >>\n' +
  `stream\n${'w'.repeat(64)}\nendstream`

/** A page of paper that was scanned: one image, no text. */
export const scannedPage = (): Uint8Array => pdfPage('q 595 0 0 842 0 0 cm /I Do Q', '/XObject << /I 5 0 R >>', [IMAGE])

/** A page whose Japanese font is not in the file, and whose map of characters is not either. */
export const pageWithoutFont = (): Uint8Array =>
  pdfPage('BT /F 12 Tf 100 700 Td <756A53F7> Tj ET', '/Font << /F 5 0 R >>', [
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /DW 1000 /FontDescriptor 7 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 ' +
      '/Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
  ])

/** A page whose font says by number which of its pictures are drawn, and not which characters they are. */
export const pageWithoutMap = (): Uint8Array =>
  pdfPage('BT /F 12 Tf 100 700 Td <04560789> Tj ET', '/Font << /F 5 0 R >>', [
    '<< /Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Gothic /DW 1000 /FontDescriptor 7 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    '<< /Type /FontDescriptor /FontName /MS-Gothic /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 ' +
      '/Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
  ])

/** A page with text and rules, and behind it one that draws this. `/I` is an image, `/F` a font. */
export const twoPages = (second: string): Uint8Array => {
  const first = '50 600 m 500 600 l S 50 720 m 500 720 l S 50 600 m 50 720 l S BT /F 12 Tf 100 700 Td (Plan) Tj ET'
  const page = (contents: number): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R ` +
    '/Resources << /Font << /F 7 0 R >> /XObject << /I 8 0 R >> >> >>'
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    page(4),
    `<< /Length ${first.length} >>\nstream\n${first}\nendstream`,
    page(6),
    `<< /Length ${second.length} >>\nstream\n${second}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    IMAGE,
  ])
}

/** An image over the whole page, with a page number that was put over it. */
export const secondPage = 'q 595 0 0 842 0 0 cm /I Do Q BT /F 9 Tf 300 20 Td (2) Tj ET'

/** A page in Latin letters, with ruled lines or without. */
export const latinPage = (rules = '', text = 'BT /F 12 Tf 100 700 Td (Plan) Tj ET'): Uint8Array =>
  pdfPage(`${rules} ${text}`, '/Font << /F 5 0 R >>', ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'])

/** A page that only a password opens. */
export const lockedPage = (): Uint8Array =>
  pdfPage(
    'BT /F 12 Tf 100 700 Td (Plan) Tj ET',
    '/Font << /F 5 0 R >>',
    [
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'12'.repeat(32)}> /U <${'34'.repeat(32)}> >>`,
    ],
    `/Encrypt 6 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  )
