/** A character as it is printed: its box from left to right, and the line that it stands on. Points, from the top left. */
export interface Glyph {
  text: string
  left: number
  right: number
  /** The line that letters stand on. */
  baseline: number
  /** Height of its font. */
  size: number
}

/** A straight ruled line: where it lies across, and from where to where it goes along. */
export interface Rule {
  isLevel: boolean
  /** True where it is drawn in white. */
  isWhite: boolean
  at: number
  from: number
  to: number
}

/** An address that a part of a page links to. */
export interface PageLink {
  url: string
  left: number
  right: number
  top: number
  bottom: number
}

/** What a page shows, turned as it is read. */
export interface PdfPage {
  /** From 1. */
  number: number
  glyphs: Glyph[]
  rules: Rule[]
  links: PageLink[]
  /** Texts that the file holds and the page does not show, as they are drawn to be invisible. */
  hidden: string[]
  /** Texts that the page does not show, as a cell or the page cuts them off. */
  cut: string[]
  /** The part of the page, 0 to 1, that its largest image covers. */
  imageShare: number
  /** True where text is drawn with a font that does not say which characters it shows. */
  isUnmapped: boolean
}
