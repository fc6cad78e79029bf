import { createHash } from 'node:crypto'

/** The SHA-256 of a file's bytes, as the register of sheets holds it: 64 hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
