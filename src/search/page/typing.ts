const INPUT_METHOD = 229

/**
 * Listens to a search box. While a Japanese word is being composed, its last latin letters are not yet kana: they are
 * left out, and nothing is final.
 */
export function onTyping(input: HTMLInputElement, changed: (query: string, isFinal: boolean) => void): void {
  input.addEventListener('input', (event) => {
    const isComposing = event instanceof InputEvent && event.isComposing
    changed(
      isComposing ? input.value.replace(/(?<=[^\p{Script=Latin}\s])[a-zａ-ｚ]{1,3}$/u, '') : input.value,
      !isComposing,
    )
  })
  // No input event comes behind the end of a composition.
  input.addEventListener('compositionend', () => {
    changed(input.value, true)
  })
}

/**
 * True for the Enter and the arrows that choose among an input method's words, and are not for us. Safari ends the
 * composition before it sends the Enter that chose the word: only the old keyCode tells that one from another.
 */
export const isForInputMethod = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it in Safari
  event.isComposing || event.keyCode === INPUT_METHOD
