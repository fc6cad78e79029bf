import { rename, writeFile } from 'node:fs/promises'

/** Writes a file aside and renames it: who reads it, or a run that is killed, sees the old file or the new one whole. */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  await writeFile(aside, content)
  await rename(aside, path)
}
