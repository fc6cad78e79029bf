import type { Meaning } from '../query/meaning.ts'

/** 元看護師, and no 地元介護. */
const BEFORE = /(?:^|[^\p{Script=Han}])元の?$/u
/** 警備員を辞めた, 美容師の仕事をしていた, 飲食店で働いていた, 漁師だった, 看護師から転職; not 保育士が辞めない, 運転手を辞めさせない. */
const BEHIND =
  /^(?:[師士員職手人者業店屋]|さん)*(?:の?(?:仕事|しごと))?(?:を? ?(?:(?:辞め|やめ)(?![なずらさ]|て?ほし)|離職|退職|引退|して(?:い?た|(?:い|おり)?まし))|で(?:.{1,8}で)?(?:働い|勤め)て(?:い?た(?![だい])|い?まし)|(?:だった|でした)|から ?の?転職)/

/**
 * A trade that somebody left, as something told beside what is wanted: nobody is sent away because no programme is about
 * it, and one that brings people back to it is found all the same.
 * @param query the normalised query
 */
export function asLeft(query: string, meaning: Meaning): Meaning {
  const at = query.indexOf(meaning.typed)
  const isLeft = BEFORE.test(query.slice(0, at)) || BEHIND.test(query.slice(at + meaning.typed.length))
  return at >= 0 && isLeft && meaning.role === 'industry' ? { ...meaning, role: 'soft' } : meaning
}
