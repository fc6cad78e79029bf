import { makeLexicon, unpackWords, type Lexicon, type WordGroup } from './lexicon.ts'
import { spokenAs } from './spoken.ts'

/** The lexicon of all words, also as they are spoken. */
export const makeWholeLexicon = (groups: readonly WordGroup[]): Lexicon => makeLexicon(groups, spokenAs)

/** The groups of both parts in which the lexicon travels. */
export function allGroups(first: string, rest: string): WordGroup[] {
  const groups = unpackWords(first)
  joinWords(groups, unpackWords(rest))
  return groups
}

/**
 * Adds to groups what came behind them (see index/words-to-send.ts): to each in its turn the readings of its words and
 * more words, then further groups. The groups stay the same objects, so that what is known of them stays known.
 */
export function joinWords(groups: WordGroup[], rest: readonly WordGroup[]): void {
  rest.forEach((more, at) => {
    const group = groups[at]
    if (group === undefined) {
      groups.push(more)
      return
    }
    const held = group.words.map((word, place) => (more.words[place] === '~' ? word : word + (more.words[place] ?? '')))
    group.words = [...held, ...more.words.slice(held.length)]
  })
}
