import { expect, test } from 'vitest'
import { readIndex } from '../../scripts/search-catalogue.ts'
import { filter } from '../../src/search/answer/facets.ts'
import { sumOf } from '../../src/search/answer/order.ts'
import { readState, writeState } from '../../src/search/answer/state.ts'
import { columnsOf } from '../../src/search/programmes/columns.ts'

const { entries, places, tags } = await readIndex()
const columns = columnsOf(
  entries,
  places.map(({ code }) => code),
  tags,
)
const romajiOf = (code: string): string => places.find((place) => place.code === code)?.romaji ?? ''
const run = (search: string) => filter(Uint32Array.from(entries.keys()), readState(search), columns, romajiOf)
const ids = (search: string): string[] => [...run(search).found].flatMap((index) => entries[index]?.id ?? [])

test('an empty filter means all, and the sum is that of all', () => {
  const { found } = run('')
  expect(found).toHaveLength(34)
  expect(sumOf(found, columns)).toBe(629_570)
})

test('values of one filter are either, filters together are both', () => {
  const tagged = (key: string): string[] => entries.filter((entry) => entry.tags.includes(key)).map(({ id }) => id)
  expect(ids('?whom=seniors')).toEqual(tagged('seniors'))
  expect(ids('?whom=seniors&whom=disabled')).toEqual(
    entries.filter((entry) => entry.tags.includes('seniors') || entry.tags.includes('disabled')).map(({ id }) => id),
  )
  expect(ids('?whom=youth&help=work-experience&place=setagaya-ku')).toEqual(
    entries
      .filter(({ code, tags: own }) => code === '131121' && own.includes('youth') && own.includes('work-experience'))
      .map(({ id }) => id),
  )
})

test('the count beside each choice is what choosing it would show', () => {
  const search = '?whom=youth&place=setagaya-ku'
  const counts = run(search).counts()
  for (const [key, count] of counts.help) expect(ids(`${search}&help=${key}`), key).toHaveLength(count)
  for (const [key, count] of counts.whom) expect(ids(`?whom=${key}&place=setagaya-ku`), key).toHaveLength(count)
  for (const [romaji, count] of counts.place) expect(ids(`?whom=youth&place=${romaji}`), romaji).toHaveLength(count)
})

test('the address holds the filters', () => {
  const search = 'q=%E4%BB%8B%E8%AD%B7&place=setagaya-ku&whom=youth&help=training&field=care&sort=amount'
  expect(writeState(readState(`?${search}`))).toBe(search)
})
