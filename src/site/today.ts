/** The day on which the site is made, `YYYY-MM-DD` in Tokyo; CATALOGUE_TODAY sets another. */
export const TODAY =
  process.env['CATALOGUE_TODAY'] ?? new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })
