/** What an entry of the browser's history keeps beside its address, so that who comes back finds the page as it was. */
interface Kept {
  /** How many results are shown, where that is more than a page. */
  shown?: number
  /** Whether the filters are open. */
  isOpen?: boolean
}

export const kept = (): Kept => (history.state as Kept | null) ?? {}

/** Keeps more; the address stays. */
export function keep(more: Kept): void {
  history.replaceState({ ...kept(), ...more }, '')
}
