import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeCsv } from '../src/csv/write.ts'

const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', '\t', '\uFEFF', '　', '髙', 'a', '=', "'") })

test('records are written as PapaParse writes them', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (records) => {
      expect(writeCsv(records)).toBe(`${Papa.unparse(records, { newline: '\n' })}\n`)
    }),
  )
})
