import { apply, boxOf, IDENTITY, intersect, multiply, type Box, type Matrix } from './matrix.ts'
import type { Glyph, Rule } from './page.ts'
import { filledRules, readPath, stroked, type SubPath } from './paths.ts'

/** A page's drawing operations, as PDF.js lists them. */
export interface Operations {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** What PDF.js says of a font. */
export interface PdfFont {
  /** From the units of a glyph's width to those of its text. */
  fontMatrix?: readonly number[]
  vertical?: boolean
  /** True where PDF.js could not read the font. */
  isBroken: boolean
}

/** A character to draw, or room to leave, as PDF.js lists them. */
type Shown = number | { unicode: string; width: number; isSpace: boolean } | null

interface State {
  matrix: Matrix
  clip: Box
  font: PdfFont | null
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
  fill: string
  stroke: string
}

/** What a page draws. */
export interface Drawn {
  glyphs: Glyph[]
  /** How many characters run to the right, down, to the left, up. */
  directions: [right: number, down: number, left: number, up: number]
  rules: Rule[]
  /** Texts that are drawn to be invisible. */
  hidden: string[]
  /** Texts that are cut off, or lie outside of the page. */
  cut: string[]
  /** The part of the page, 0 to 1, that its largest image covers. */
  imageShare: number
  isUnmapped: boolean
}

// What drawing a path may do, by the names of PDF.js.
const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']

// No character that a page could show: a font without its map, or a gap in the map.
const UNMAPPED = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD-\uFFFF]|[\u{F0000}-\u{10FFFF}]/u

/**
 * Follows a page's drawing operations, and keeps its characters and ruled lines with their places on the page.
 * @param names the names of the operations by their numbers
 * @param page from the file's coordinates to the page's, and the page's own box
 */
export function interpret(
  { fnArray, argsArray }: Operations,
  names: ReadonlyMap<number, string>,
  page: { matrix: Matrix; box: Box },
  fontOf: (name: string) => PdfFont | null,
): Drawn {
  const drawn: Drawn = {
    glyphs: [],
    directions: [0, 0, 0, 0],
    rules: [],
    hidden: [],
    cut: [],
    imageShare: 0,
    isUnmapped: false,
  }
  const stack: State[] = []
  let state: State = {
    matrix: page.matrix,
    clip: page.box,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
  }
  let text: Matrix = IDENTITY
  let line: [x: number, y: number] = [0, 0]
  let cursor: [x: number, y: number] = [0, 0]
  let isClip = false
  let unseen = { hidden: '', cut: '' }

  const moveTo = (x: number, y: number): void => {
    line = [line[0] + x, line[1] + y]
    cursor = [...line]
  }
  const draw = (paths: SubPath[], operation: string): void => {
    const coloured = (rules: Rule[], colour: string): Rule[] =>
      rules.map((rule) => ({ ...rule, isWhite: /^#f{3,6}$/i.test(colour) }))
    const rules = [
      ...(STROKES.includes(operation) ? coloured(paths.flatMap(stroked), state.stroke) : []),
      ...(FILLS.includes(operation) ? coloured(filledRules(paths), state.fill) : []),
    ]
    for (const rule of rules) {
      const cut = cutRule(rule, state.clip)
      if (cut !== null) drawn.rules.push(cut)
    }
  }

  const paintImage = (): void => {
    const { left, right, top, bottom } = intersect(boxIn(state.matrix, [0, 0, 1, 1]), page.box)
    const area = Math.max(0, right - left) * Math.max(0, bottom - top)
    const whole = (page.box.right - page.box.left) * (page.box.bottom - page.box.top)
    drawn.imageShare = Math.max(drawn.imageShare, area / whole)
  }

  const steps: Record<string, (args: readonly unknown[]) => void> = {
    save: () => stack.push({ ...state }),
    restore: () => {
      state = stack.pop() ?? state
    },
    transform: (args) => {
      state.matrix = multiply(state.matrix, toMatrix(args))
    },
    paintFormXObjectBegin: ([matrix, box]) => {
      stack.push({ ...state })
      if (isList(matrix)) state.matrix = multiply(state.matrix, toMatrix(matrix))
      if (isList(box)) state.clip = intersect(state.clip, boxIn(state.matrix, numbers(box)))
    },
    paintFormXObjectEnd: () => {
      state = stack.pop() ?? state
    },
    clip: () => (isClip = true),
    eoClip: () => (isClip = true),
    constructPath: ([operation, data]) => {
      const path: unknown = isList(data) ? data[0] : null
      const paths = isList(path) ? readPath(path as ArrayLike<number>, state.matrix) : []
      draw(paths, names.get(Number(operation)) ?? '')
      if (!isClip) return
      isClip = false
      const points = paths.flatMap((sub) => sub.points)
      if (points.length > 0) state.clip = intersect(state.clip, boxOf(points))
    },
    setFillRGBColor: ([colour]) => (state.fill = String(colour)),
    setStrokeRGBColor: ([colour]) => (state.stroke = String(colour)),
    // A line may be an image that is stretched.
    paintSolidColorImageMask: () => {
      draw([{ points: corners(state.matrix, [0, 0, 1, 1]), isClosed: true }], 'fill')
    },
    paintImageXObject: paintImage,
    paintInlineImageXObject: paintImage,
    paintImageMaskXObject: paintImage,
    beginText: () => {
      text = IDENTITY
      line = cursor = [0, 0]
    },
    setTextMatrix: (args) => {
      text = toMatrix(isList(args[0]) ? args[0] : args)
      line = [0, 0]
      cursor = [0, 0]
    },
    moveText: ([x, y]) => {
      moveTo(Number(x), Number(y))
    },
    setLeadingMoveText: ([x, y]) => {
      state.leading = -Number(y)
      moveTo(Number(x), Number(y))
    },
    nextLine: () => {
      moveTo(0, -state.leading)
    },
    setLeading: ([leading]) => (state.leading = Number(leading)),
    setCharSpacing: ([spacing]) => (state.charSpacing = Number(spacing)),
    setWordSpacing: ([spacing]) => (state.wordSpacing = Number(spacing)),
    setHScale: ([scale]) => (state.stretch = Number(scale) / 100),
    setTextRise: ([rise]) => (state.rise = Number(rise)),
    setTextRenderingMode: ([mode]) => (state.mode = Number(mode)),
    setFont: ([name, size]) => {
      state.font = fontOf(String(name))
      state.size = Number(size)
    },
    showText: ([shown]) => {
      show(isList(shown) ? (shown as readonly Shown[]) : [])
    },
  }

  function show(shown: readonly Shown[]): void {
    const { font, size, charSpacing, wordSpacing, stretch } = state
    const unit = font?.fontMatrix?.[0] ?? 0.001
    if (font === null || font.isBroken) drawn.isUnmapped = true
    unseen = { hidden: '', cut: '' }
    for (const item of shown) {
      if (item === null) continue
      if (typeof item === 'number') {
        if (font?.vertical === true) cursor[1] -= (item / 1000) * size
        else cursor[0] -= (item / 1000) * size * stretch
        continue
      }
      const matrix = multiply(state.matrix, text)
      const start = apply(matrix, cursor[0], cursor[1] + state.rise)
      const spacing = charSpacing + (item.isSpace ? wordSpacing : 0)
      if (font?.vertical === true) {
        cursor[1] -= size - spacing
        add(item.unicode, start, apply(matrix, cursor[0], cursor[1] + spacing), matrix)
      } else {
        const advance = item.width * unit * size
        add(item.unicode, start, apply(matrix, cursor[0] + advance * stretch, cursor[1] + state.rise), matrix)
        cursor[0] += (advance + spacing) * stretch
      }
    }
    for (const kind of ['hidden', 'cut'] as const) if (unseen[kind].trim() !== '') drawn[kind].push(unseen[kind])
  }

  function add(unicode: string, start: Point, end: Point, matrix: Matrix): void {
    if (unicode === '' || UNMAPPED.test(unicode)) {
      drawn.isUnmapped = true
      return
    }
    // The middle of the letter: above the middle of the line that it stands on.
    const x = (start[0] + end[0]) / 2 + matrix[2] * state.size * 0.35
    const y = (start[1] + end[1]) / 2 + matrix[3] * state.size * 0.35
    const { clip, mode } = state
    if (mode === 3 || mode === 7) {
      unseen.hidden += unicode
      return
    }
    if (x < clip.left || x > clip.right || y < clip.top || y > clip.bottom) {
      unseen.cut += unicode
      return
    }
    const turn = Math.round(Math.atan2(end[1] - start[1], end[0] - start[0]) / (Math.PI / 2))
    drawn.directions[((turn + 4) % 4) as 0 | 1 | 2 | 3] += 1
    drawn.glyphs.push({
      text: unicode,
      left: Math.min(start[0], end[0]),
      right: Math.max(start[0], end[0]),
      baseline: Math.max(start[1], end[1]),
      size: Math.hypot(matrix[2], matrix[3]) * Math.abs(state.size),
    })
  }

  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index]
    steps[names.get(operation) ?? '']?.(isList(args) ? args : [])
  }
  return drawn
}

type Point = readonly [x: number, y: number]

// A list of numbers may be a typed array.
const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))

const numbers = (list: ArrayLike<unknown>): number[] => Array.from(list, Number)

function toMatrix(list: ArrayLike<unknown>): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(list)
  return [a, b, c, d, e, f]
}

const corners = (matrix: Matrix, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): [number, number][] => [
  apply(matrix, x1, y1),
  apply(matrix, x2, y1),
  apply(matrix, x2, y2),
  apply(matrix, x1, y2),
]

const boxIn = (matrix: Matrix, box: readonly number[]): Box => boxOf(corners(matrix, box))

/** The part of a rule that a box shows; null where it shows none. */
function cutRule(rule: Rule, box: Box): Rule | null {
  const [low, high] = rule.isLevel ? [box.top, box.bottom] : [box.left, box.right]
  const [first, last] = rule.isLevel ? [box.left, box.right] : [box.top, box.bottom]
  // The clip may run along the middle of the line.
  if (rule.at < low - 1 || rule.at > high + 1) return null
  const cut = { ...rule, from: Math.max(rule.from, first), to: Math.min(rule.to, last) }
  return cut.to < cut.from ? null : cut
}
