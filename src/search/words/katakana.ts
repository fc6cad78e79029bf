/** Hiragana as katakana. */
export const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0x60))
