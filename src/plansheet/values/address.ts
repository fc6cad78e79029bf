/**
 * True for an absolute http(s) address whose host has a dot and whose percent-escapes are whole: what a wrongly joined
 * address rarely is.
 */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[\u0021-\u007E]+$/i.test(address) || /["<>\\^`{|}]/.test(address)) return false
  // Two addresses joined into one.
  if (/:\/\/.*https?:\/\//i.test(address)) return false
  if (!URL.canParse(address)) return false
  const { hostname, username } = new URL(address)
  if (username !== '' || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(hostname)) return false
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}
