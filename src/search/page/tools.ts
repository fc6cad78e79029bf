// The buttons over the results: the address of the search to copy, the results to save.
import { copyText } from '../../picks/clipboard.ts'
import { must } from './dom.ts'

/**
 * Starts the buttons.
 * @param save saves the results
 * @param say shows a text beside the buttons, and announces it
 */
export function startTools(save: () => Promise<void>, say: (text: string) => void): void {
  must('#copy').addEventListener('click', () => {
    const url = new URL(location.href)
    // What the reader has picked, and where he stands, is no part of the search.
    url.searchParams.delete('picks')
    url.hash = ''
    copyText(url.href).then(
      () => {
        say('この検索のアドレスを写しました。')
      },
      () => {
        say(`写せませんでした。アドレス: ${url.href}`)
      },
    )
  })
  must('#csv').addEventListener('click', () => {
    save().catch(() => {
      say('CSVを作れませんでした。通信を確かめて、ページを開き直してください。')
    })
  })
}
