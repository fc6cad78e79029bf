import type { Contact } from '../schema.ts'
import { toAscii } from './ascii.ts'

const PHONE = /0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)/
const BRACKET = /^\s*\(([^()]*)\)/
const EXTENSION = /^内線:?(\d+)$/

/**
 * Reads a 問合せ先 cell: department, phone, and what stands in brackets behind it.
 * 「企画財政部 政策室\n03-3430-1111（内線2451）」
 * @returns the contact, or the part that is missing or not understood
 */
export function readContact(printed: string): Contact | { fault: 'department' | 'phone' | 'rest'; found: string } {
  const ascii = toAscii(printed)
  const phone = PHONE.exec(ascii)
  if (phone === null) return { fault: 'phone', found: printed }
  const department = printed.slice(0, phone.index).replace(/\s+/g, ' ').trim()
  if (department === '') return { fault: 'department', found: printed }

  let extension: string | null = null
  const notes: string[] = []
  let at = phone.index + phone[0].length
  for (let bracket = BRACKET.exec(ascii.slice(at)); bracket !== null; bracket = BRACKET.exec(ascii.slice(at))) {
    const inner = bracket[1] ?? ''
    const number = EXTENSION.exec(inner.replace(/\s/g, ''))?.[1]
    const open = at + bracket[0].indexOf('(') + 1
    if (number === undefined) notes.push(printed.slice(open, open + inner.length).trim())
    else extension = number
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
