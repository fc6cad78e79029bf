import type { Contact } from '../schema.ts'
import { toAscii } from './ascii.ts'

const PHONE = /0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)/
// Ten digits; eleven where the number is of a mobile or internet phone.
const PHONE_DIGITS = /^(?:0\d{9}|0[5789]0\d{8})$/
const NOTE = /^(?:直通|代表|ダイヤルイン)$|担当|係|窓口|専用|平日|受付/u
const OFFICE_END =
  /(?:[部局課室係班署館所会場]|担当|センター|事務局|グループ|チーム|機構|公社|財団|協会|窓口|デスク|ステーション|コーナー)$/u
// What no office's name holds: a sentence, a piece of an address, a word without a Japanese letter.
const NO_OFFICE = /。|[a-z]{3}|\p{Script=Han}[a-z]|^[a-z]+\p{Script=Han}|[./%_?=&:]|(?:^|\s)[\u0021-\u007E]+(?:\s|$)/u
const BRACKET = /^\s*\(([^()]*)\)/
const EXTENSION = /^内線:?(\d+)$/

/**
 * Reads a 問合せ先 cell: department, phone, and what stands in brackets behind it.
 * 「企画財政部 政策室\n03-3430-1111（内線2451）」
 * @returns the contact, or the part that is missing or not understood
 */
export function readContact(printed: string): Contact | { fault: 'department' | 'phone' | 'rest'; found: string } {
  const ascii = toAscii(printed.replace(/(?<=[\d０-９])ー(?=[\d０-９])/gu, '-'))
  const phone = PHONE.exec(ascii)
  if (phone === null || !PHONE_DIGITS.test(phone[0].replace(/\D/g, ''))) return { fault: 'phone', found: printed }
  const department = printed.slice(0, phone.index).replace(/\s+/g, ' ').trim()
  if (!OFFICE_END.test(department) || NO_OFFICE.test(department)) return { fault: 'department', found: department }

  let extension: string | null = null
  const notes: string[] = []
  let at = phone.index + phone[0].length
  for (let bracket = BRACKET.exec(ascii.slice(at)); bracket !== null; bracket = BRACKET.exec(ascii.slice(at))) {
    const inner = bracket[1] ?? ''
    const number = EXTENSION.exec(inner.replace(/\s/g, ''))?.[1]
    const open = at + bracket[0].indexOf('(') + 1
    const note = printed.slice(open, open + inner.length).trim()
    if (number !== undefined && extension === null) extension = number
    else if (NOTE.test(note) && !notes.includes(note)) notes.push(note)
    else return { fault: 'rest', found: printed.slice(at).trim() }
    at += bracket[0].length
  }
  const bare = /^\s*内線:?\s*(\d+)\s*$/.exec(ascii.slice(at))?.[1]
  if (bare !== undefined && extension === null) return { ...parts(), extension: bare }
  const rest = printed.slice(at).trim()
  return rest === '' ? parts() : { fault: 'rest', found: rest }

  function parts(): Contact {
    const note = notes.filter((text) => text !== '').join('、')
    return { department, phone: phone?.[0].replace(/[()]/g, '-') ?? '', extension, note: note === '' ? null : note }
  }
}
