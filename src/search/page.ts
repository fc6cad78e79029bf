// The one file of the search that knows the page: it reads the box, asks the finder, and shows the answer.
import { makeFinder, type Answer, type SearchIndex } from './find.ts'
import type { Place } from './places.ts'

const input = document.querySelector<HTMLInputElement>('#q')
const form = input?.form
const results = document.querySelector<HTMLElement>('#results')
const count = document.querySelector<HTMLElement>('#result-count')
const help = document.querySelector<HTMLElement>('#result-help')

if (input && form && results && count && help) {
  void start({ input, form, results, count, help })
}

interface Page {
  input: HTMLInputElement
  form: HTMLFormElement
  results: HTMLElement
  count: HTMLElement
  help: HTMLElement
}

async function start(page: Page): Promise<void> {
  const { input, form, results } = page
  const items = new Map([...results.children].map((item) => [item.getAttribute('data-project-id') ?? '', item]))
  input.value = new URLSearchParams(location.search).get('q') ?? ''

  const index = await load(results.dataset['index'] ?? '')
  if (index === null) {
    page.count.textContent =
      '検索の準備ができませんでした。通信を確かめて、もう一度開いてください。下は、すべての事業です。'
    return
  }
  const find = makeFinder(index)
  const places = new Map(index.places.map((place) => [place.code, place]))

  const answer = (): void => {
    const query = input.value
    const isEmpty = query.trim() === ''
    const found = isEmpty ? { ids: [...items.keys()], words: [] } : find(query)
    results.replaceChildren(...found.ids.flatMap((id) => items.get(id) ?? []))
    results.dataset['query'] = query
    page.count.textContent = isEmpty ? `すべての${items.size}事業` : countWords(found.ids.length)
    page.help.replaceChildren(...(isEmpty ? [] : explain(found, places, results.dataset['places'] ?? '')))
  }
  const remember = (): void => {
    const address = new URL(location.href)
    if (input.value.trim() === '') address.searchParams.delete('q')
    else address.searchParams.set('q', input.value)
    history.replaceState(null, '', address)
  }

  input.addEventListener('input', () => {
    answer()
    remember()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answer()
    remember()
  })
  answer()
}

/** How many were found, for eyes and for screen readers. */
const countWords = (count: number): string =>
  count === 0 ? '合う事業は見つかりませんでした' : `${count}事業が見つかりました`

async function load(address: string): Promise<SearchIndex | null> {
  try {
    const response = await fetch(address)
    return response.ok ? ((await response.json()) as SearchIndex) : null
  } catch {
    return null
  }
}

/** What was understood otherwise than typed, and what failed, with what would work. */
function explain({ ids, words }: Answer, places: ReadonlyMap<string, Place>, placesAddress: string): HTMLElement[] {
  const nameOf = (codes: readonly string[]): string => codes.map((code) => places.get(code)?.name ?? code).join('・')
  const understood = words.flatMap(({ word, places: codes, repaired, count }) => {
    if (count === 0) return []
    if (codes.length > 0 && nameOf(codes) !== word) return [line(`「${word}」を${nameOf(codes)}として探しました。`)]
    return repaired ? [line(`「${word}」に近い言葉で探しました。`)] : []
  })
  if (ids.length > 0) return understood
  if (words.length === 0) return [line('探す言葉を、文字か数字で入れてください。')]

  const failed = words.flatMap(({ word, places: codes, count }) => {
    if (count > 0) return []
    if (codes.length === 0) return [line(`「${word}」に合う事業はありません。`)]
    const links = codes.map((code) => link(`${placesAddress}${places.get(code)?.romaji ?? ''}/`, nameOf([code])))
    const label = codes.length > 1 ? `「${word}」に近い区市町村: ` : '計画書に事業が載っていない区市町村: '
    return [line(label, ...links)]
  })
  const working = words
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => link(`?q=${encodeURIComponent(word)}`, `${word}（${count}事業）`))
  const fewer = working.length > 0 ? [line('言葉を減らすと見つかります: ', ...working)] : []
  return [...understood, ...failed, ...fewer]
}

function line(text: string, ...links: HTMLElement[]): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.append(text, ...links.flatMap((element, index) => (index === 0 ? [element] : ['、', element])))
  return paragraph
}

function link(address: string, text: string): HTMLElement {
  const element = document.createElement('a')
  element.href = address
  element.textContent = text
  return element
}
