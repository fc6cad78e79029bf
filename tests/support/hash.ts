import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Of } from '../../scripts/sha256.ts'

/** The files of a folder by their path, each with the hash of its bytes. */
export const hashOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**', { cwd: folder })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [file, sha256Of(readFileSync(join(folder, file)))]),
  )
