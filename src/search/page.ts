// The one file of the search that knows the page: it reads the box, asks the finder, and shows the answer.
import { makeFinder, type Answer, type SearchIndex } from './find.ts'

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
  const names = new Map(index.places.map(({ code, name }) => [code, name]))

  const answer = (): void => {
    const query = input.value
    const isEmpty = query.trim() === ''
    const found = isEmpty ? { ids: [...items.keys()], words: [] } : find(query)
    results.replaceChildren(...found.ids.flatMap((id) => items.get(id) ?? []))
    results.dataset['query'] = query
    page.count.textContent = isEmpty ? `すべての${items.size}事業` : `${found.ids.length}事業が見つかりました`
    page.help.replaceChildren(...(isEmpty ? [] : explain(found, names)))
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

async function load(address: string): Promise<SearchIndex | null> {
  try {
    const response = await fetch(address)
    return response.ok ? ((await response.json()) as SearchIndex) : null
  } catch {
    return null
  }
}

/** What was understood otherwise than typed, and what failed, with the words that would work. */
function explain({ ids, words }: Answer, names: ReadonlyMap<string, string>): HTMLElement[] {
  const lines: HTMLElement[] = []
  const nameOf = (codes: readonly string[]): string => codes.map((code) => names.get(code) ?? code).join('・')
  for (const { word, places, repaired, count } of words) {
    if (count > 0 && places.length > 0 && nameOf(places) !== word)
      lines.push(line(`「${word}」を${nameOf(places)}として探しました。`))
    else if (count > 0 && repaired) lines.push(line(`「${word}」に近い言葉で探しました。`))
  }
  if (ids.length > 0) return lines
  if (words.length === 0) lines.push(line('探す言葉を、文字か数字で入れてください。'))
  for (const { word, places, count } of words) {
    if (count > 0) continue
    if (places.length > 1) lines.push(line(`「${word}」に近い区市町村: ${nameOf(places)}`))
    else if (places.length === 1) lines.push(line(`${nameOf(places)}の事業は、計画書に載っていません。`))
    else lines.push(line(`「${word}」に合う事業はありません。`))
  }
  const working = words.filter(({ count }) => count > 0)
  if (working.length > 0) {
    const text = line('言葉を減らすと見つかります: ')
    for (const { word, count } of working) {
      const link = document.createElement('a')
      link.href = `?q=${encodeURIComponent(word)}`
      link.textContent = `${word}（${count}事業）`
      text.append(link, ' ')
    }
    lines.push(text)
  }
  return lines
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  return paragraph
}
