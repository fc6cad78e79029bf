// A keyboard on the screen covers half of it.
const hasOne = (): boolean => window.matchMedia('(pointer: coarse)').matches

/** Brings a search box to the top, so that results show below it. */
export function bringUp(box: HTMLInputElement): void {
  if (hasOne()) box.form?.scrollIntoView()
}

/** Puts the keyboard away: who has asked wants to see the answer. */
export function putAway(box: HTMLInputElement): void {
  if (hasOne()) box.blur()
}
