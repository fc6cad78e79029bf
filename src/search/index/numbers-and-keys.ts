// What a query with a number needs besides, fetched as one.
export { recognize, recognizeWithin, spellNumbers } from '../numbers/recognize.ts'
export { hasKey, keyTest } from '../programmes/keys.ts'
export { valuesNamed } from '../programmes/values-named.ts'
