/** The folder that the site is put into: `dist`, or what CATALOGUE_OUT names. */
export const siteFolder = (): string => process.env['CATALOGUE_OUT'] ?? 'dist'
