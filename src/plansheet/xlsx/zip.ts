/** A part of a zip file: where its compressed bytes lie. */
interface Entry {
  from: number
  to: number
  isDeflated: boolean
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_HEADER = 30

/**
 * Counts the bytes that a zip file unpacks to, and stops above a limit: what its directory says of sizes is not
 * believed.
 * @returns null where the file is no zip file, or a damaged one
 */
export async function unpackedSize(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<number | null> {
  const entries = readDirectory(bytes)
  if (entries === null) return null
  let size = 0
  for (const { from, to, isDeflated } of entries) {
    const part = bytes.subarray(from, to)
    if (!isDeflated) size += part.length
    else {
      const reader = new Blob([part]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
      try {
        for (let read = await reader.read(); !read.done; read = await reader.read()) {
          size += read.value.length
          if (size > limit) {
            await reader.cancel()
            return size
          }
        }
      } catch {
        return null
      }
    }
    if (size > limit) return size
  }
  return size
}

function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end >= bytes.length - 65_557 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || end < bytes.length - 65_557) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const local = view.getUint32(at + 42, true)
    if (local + LOCAL_HEADER > bytes.length) return null
    const from = local + LOCAL_HEADER + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({ from, to: from + view.getUint32(at + 20, true), isDeflated: view.getUint16(at + 10, true) === 8 })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
