import { z } from 'zod'
import { isWebAddress } from './values/address.ts'

const text = z.string().trim().min(1)
const count = z.int().min(0)
const ID = /^\d{4}-(?:m?\d{2,})$/

/** 全国地方公共団体コード: six digits, the last a check digit over the others. */
const municipalityCode = z.string().regex(/^\d{6}$/)

/** 労働力確保事業 or 処遇改善事業. */
export const category = z.enum(['workforce', 'conditions'])

/** 区市町村（事業） or モデル事業: the two tables of a sheet. */
export const stream = z.enum(['municipal', 'model'])

/** Planned results. null where the sheet prints `-`; 0 only where it prints 0. */
export const targets = z.strictObject({
  /** 雇用・就業者数, persons. */
  workers: count.nullable(),
  /** 人材獲得事業所数, establishments. */
  recruitingEstablishments: count.nullable(),
  /** 支援事業所数, establishments. */
  supportedEstablishments: count.nullable(),
})

/** 問合せ先. */
export const contact = z.strictObject({
  /** As printed, wraps joined, offices apart by a space. */
  department: text,
  /** ASCII digits and hyphens. */
  phone: z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/),
  /** 内線, digits. */
  extension: z.string().regex(/^\d+$/).nullable(),
  /** What else stands in brackets behind the phone, e.g. 直通. */
  note: text.nullable(),
})

/** A programme of a plan sheet. Text as printed, absent is null. */
export const project = z.strictObject({
  /** `2021-11`, `2021-m02`: fiscal year, `m` for the model table, number. */
  id: z.string().regex(ID),
  /** The western year in which April falls: 令和３年度 = 2021. */
  fiscalYear: z.int().min(2000).max(2100),
  stream,
  number: z.int().min(1),
  municipality: z.strictObject({ code: municipalityCode, name: text }),
  theme: text.nullable(),
  name: text.nullable(),
  /** Paragraphs. */
  summary: z.array(text).min(1),
  category,
  amountThousandYen: count,
  targets,
  /** `YYYY-MM`, Gregorian; null where the sheet prints `-`. */
  startMonth: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .nullable(),
  startMonthPrinted: text,
  url: z.string().refine(isWebAddress).nullable(),
  contact,
  source: z.strictObject({
    file: text,
    /** Physical lines that the record came from, as closed ranges in printed order. */
    lines: z.array(z.strictObject({ from: z.int().min(1), to: z.int().min(1) })).min(1),
  }),
})

export type Project = z.infer<typeof project>
export type Category = z.infer<typeof category>
export type Contact = z.infer<typeof contact>

/** One municipality of `data/municipalities.csv`. */
export interface Municipality {
  code: string
  name: string
  /** Reading in hiragana. */
  kana: string
  /** Reading in romaji with its kind behind a hyphen, `setagaya-ku`: also the address of its page. */
  romaji: string
}

/** Sums of one table's columns: thousand yen, persons, establishments, establishments. */
export interface Total {
  amountThousandYen: number
  workers: number
  recruitingEstablishments: number
  supportedEstablishments: number
}
