/** The families of tags, in the order of the pages. */
export const TAG_FAMILIES = ['whom', 'help', 'field'] as const
export type TagFamily = (typeof TAG_FAMILIES)[number]

/** Something for each family. */
export const byFamily = <T>(make: (family: TagFamily) => T): Record<TagFamily, T> =>
  Object.fromEntries(TAG_FAMILIES.map((family) => [family, make(family)])) as Record<TagFamily, T>
