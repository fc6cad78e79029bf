import { toHiragana } from './normalize.ts'

/** A particle between two words: who speaks leaves it out, or says another (シフト減らされて, 子供もいる). */
const PARTICLE = /(?<=[\p{Script=Han}ァ-ヶー]|ども|こと)[をがにはも](?=.)/u

/** The keys of what a word becomes when it is spoken; they begin as it does. */
export const spokenAs = (word: string): string[] =>
  PARTICLE.test(word) ? ['', 'は', 'も'].map((said) => toHiragana(word.replace(PARTICLE, said))) : []
