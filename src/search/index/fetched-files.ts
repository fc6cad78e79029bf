/** Files of a folder, fetched when they are asked for. */
export interface Files {
  /** A file, fetched once for all who ask. One that failed is fetched again for the next. */
  load: (name: string) => Promise<Uint8Array>
  /** A file, or null while it is fetched. */
  file: (name: string) => Uint8Array | null
}

/** @param missing what is being fetched; each file that is not there yet is added */
export function makeFiles(address: string, missing: Set<Promise<unknown>>): Files {
  const files = new Map<string, Uint8Array>()
  const loading = new Map<string, Promise<Uint8Array>>()
  const fetchFile = async (name: string): Promise<Uint8Array> => {
    const response = await fetch(address + name)
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    files.set(name, bytes)
    return bytes
  }
  const load = (name: string): Promise<Uint8Array> => {
    const bytes =
      loading.get(name) ??
      fetchFile(name).catch((failure: unknown) => {
        loading.delete(name)
        throw failure
      })
    loading.set(name, bytes)
    return bytes
  }
  return {
    load,
    file: (name) => {
      const there = files.get(name) ?? null
      if (there === null) missing.add(load(name))
      return there
    },
  }
}
