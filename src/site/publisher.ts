/** Name of who publishes the site; null where it is not stated. Like the site's address, the build sets it. */
export const PUBLISHER = (import.meta.env['SITE_PUBLISHER'] as string | null | undefined) ?? null
