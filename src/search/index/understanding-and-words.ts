// What a query needs that is not plain, fetched as one.
export { makeUnderstanding } from '../understanding/understand.ts'
export { joinWords } from '../words/join-words.ts'
