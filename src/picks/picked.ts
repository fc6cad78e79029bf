/** The ids that an address carries: those picked on the way, or those of a handout. Each once, in their order. */
export const readPicks = (search: string, name: 'picks' | 'ids' = 'picks'): string[] => [
  ...new Set((new URLSearchParams(search).get(name) ?? '').split(',').filter((id) => /^\d{4}-m?\d{2,}$/.test(id))),
]

/** The part of an address's query that carries what was picked; empty where nothing was. */
export const picksQuery = (ids: readonly string[]): string => (ids.length > 0 ? `picks=${ids.join(',')}` : '')
