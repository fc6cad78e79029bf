/** More programmes than this are fetched in parts; fewer are quicker fetched whole. */
export const WHOLE = 500
