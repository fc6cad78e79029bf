/** Copies a text. Without a secure connection there is no clipboard, and the promise is broken. */
export const copyText = (text: string): Promise<void> =>
  (navigator as Partial<Navigator>).clipboard?.writeText(text) ?? Promise.reject(new Error())
