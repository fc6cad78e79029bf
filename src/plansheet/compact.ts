/** Text for comparing with known words: NFKC, and no white space at all. Never for text that is shown. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
