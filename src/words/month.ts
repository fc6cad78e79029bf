/** A month: 2021-04 → 2021年4月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5, 7)))}月`
