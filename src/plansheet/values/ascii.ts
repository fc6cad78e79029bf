const DASHES = /[‐‑‒–—―−－]/g

/**
 * Full-width digits, letters, brackets and dashes as ASCII, one character for one: positions stay. For reading figures
 * and phone numbers; never for text that is shown.
 */
export const toAscii = (text: string): string =>
  text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .replaceAll('\u3000', ' ')
