/** The ids that an address carries: those picked on the way, or those of a handout. Each once, in their order. */
export const readPicks = (search: string, name: 'picks' | 'ids' = 'picks'): string[] => [
  ...new Set((new URLSearchParams(search).get(name) ?? '').split(',').filter((id) => /^\d{4}-m?\d{2,}$/.test(id))),
]
