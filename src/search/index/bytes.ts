import type { Scores } from '../programmes/scores.ts'

/** Writes lists of small whole numbers in few bytes: seven bits a byte, the eighth says that more follow. */
export class ByteWriter {
  readonly #bytes: number[] = []

  number(value: number): void {
    let rest = value
    while (rest > 127) {
      this.#bytes.push((rest & 127) | 128)
      rest = Math.floor(rest / 128)
    }
    this.#bytes.push(rest)
  }

  /** Numbers that rise, as the steps between them. */
  rising(values: ArrayLike<number> & Iterable<number>): void {
    this.number(values.length)
    let before = 0
    for (const value of values) {
      this.number(value - before)
      before = value
    }
  }

  /** Numbers that rise, and a number for each. */
  scored({ indexes, values }: Scores): void {
    this.rising(indexes)
    for (const value of values) this.number(value)
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.number(bytes.length)
    this.#bytes.push(...bytes)
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads what ByteWriter wrote, in the same order. A file that ends too early is an error, never a 0. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new Error('The file ends too early.')
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  rising(): Uint32Array {
    const values = new Uint32Array(this.number())
    let value = 0
    for (let at = 0; at < values.length; at += 1) values[at] = value += this.number()
    return values
  }

  scored(): Scores {
    const indexes = this.rising()
    return { indexes, values: Float32Array.from(indexes, () => this.number()) }
  }

  text(): string {
    const length = this.number()
    this.#at += length
    if (this.#at > this.#bytes.length) throw new Error('The file ends too early.')
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at))
  }
}
