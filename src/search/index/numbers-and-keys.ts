// What a query with a number needs besides, fetched as one.
export { recognize, recognizeWithin, spellNumbers } from '../numbers/recognize.ts'
export { keysOf } from '../programmes/keys.ts'
