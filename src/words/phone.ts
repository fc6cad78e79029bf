/** The address that a phone dials: 03-3546-2097 → tel:0335462097. */
export const telAddress = (phone: string): string => `tel:${phone.replaceAll('-', '')}`
