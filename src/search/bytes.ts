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
  rising(values: readonly number[]): void {
    this.number(values.length)
    let before = 0
    for (const value of values) {
      this.number(value - before)
      before = value
    }
  }

  /** Numbers that rise, and a number for each. */
  scored([indexes, values]: readonly [readonly number[], readonly number[]]): void {
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

  rising(): number[] {
    const values: number[] = []
    let value = 0
    for (let left = this.number(); left > 0; left -= 1) values.push((value += this.number()))
    return values
  }

  scored(): [indexes: number[], values: number[]] {
    const indexes = this.rising()
    return [indexes, indexes.map(() => this.number())]
  }

  text(): string {
    const length = this.number()
    this.#at += length
    if (this.#at > this.#bytes.length) throw new Error('The file ends too early.')
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at))
  }
}
