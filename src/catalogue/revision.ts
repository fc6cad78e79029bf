import type { Project } from '../plansheet/schema.ts'

/** What differs between two sheets of the same fiscal year. */
export interface Revision {
  added: Project[]
  removed: Project[]
  /** Projects with the fields that differ, named as in the record. */
  changed: { before: Project; after: Project; fields: string[] }[]
  /**
   * Changed projects that are no longer the same programme: of another municipality, or with the name that another
   * project had before. Their ids would move.
   */
  moved: { before: Project; after: Project }[]
}

/** Compares the records of a sheet with those of its revision, project by project. Places in the files do not count. */
export function compareSheets(before: readonly Project[], after: readonly Project[]): Revision {
  const old = new Map(before.map((project) => [project.id, project]))
  const ids = new Set(after.map(({ id }) => id))
  const changed = after.flatMap((project) => {
    const other = old.get(project.id)
    if (other === undefined) return []
    const fields = differingFields(other, project)
    return fields.length === 0 ? [] : [{ before: other, after: project, fields }]
  })
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed,
    moved: changed.filter(
      (pair) =>
        pair.before.municipality.code !== pair.after.municipality.code ||
        before.some(
          ({ id, name }) =>
            id !== pair.after.id && name !== null && name === pair.after.name && name !== pair.before.name,
        ),
    ),
  }
}

/** The fields of a record as paths, `name`, `targets.workers`, each with its value as JSON. Its place does not count. */
export const fieldsOf = (record: Project): Map<string, string> =>
  new Map(
    Object.entries({ ...record, source: null }).flatMap(([key, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).map(([inner, part]): [string, string] => [`${key}.${inner}`, JSON.stringify(part)])
        : [[key, JSON.stringify(value)] as [string, string]],
    ),
  )

/** The fields in which two records differ. */
function differingFields(a: Project, b: Project): string[] {
  const other = fieldsOf(b)
  return [...fieldsOf(a)].flatMap(([field, value]) => (other.get(field) === value ? [] : [field]))
}
