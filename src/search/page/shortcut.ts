const NAME = 'shortcut'

/** Whether the key / goes to the search box. Who types by voice or by accident can turn it off, in this browser. */
export function isShortcutOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

/** Turns the key / on or off. Where the browser keeps nothing, it stays on. */
export function setShortcut(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(NAME)
    else localStorage.setItem(NAME, 'off')
  } catch {
    // isShortcutOn says what it came to.
  }
}
