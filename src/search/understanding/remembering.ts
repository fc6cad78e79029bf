// Words that are being typed are asked for again and again.
const REMEMBERED = 200

/** A function of a word that keeps its answers until they are many, and then begins anew. */
export function remembering<T>(ask: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const answer = known.get(word) ?? ask(word)
    if (known.size > REMEMBERED) known.clear()
    known.set(word, answer)
    return answer
  }
}
