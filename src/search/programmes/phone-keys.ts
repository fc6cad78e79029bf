/** What of a phone number it is found by: all of it, and its groups. */
export function phoneKeys(phone: string, extension: string | null): string[] {
  const groups = phone.split(/\D+/).filter((group) => group !== '')
  const phones = [
    groups.join(''),
    groups.slice(0, 2).join(''),
    groups.slice(1).join(''),
    ...groups.slice(1),
    // Half of all programmes begin with 03: that says nothing.
    (groups[0] ?? '').length > 3 ? (groups[0] ?? '') : '',
    extension ?? '',
  ]
  return [...new Set(phones.filter(({ length }) => length > 2).map((digits) => `tel:${digits}`))]
}
