import type { Reporter, TestModule } from 'vitest/node'

/** Prints the counts alone on the last line, where any CI system can read them. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: 'passed' | 'failed'): number => tests.filter((test) => test.result().state === state).length
    // A file that could not be loaded has no tests, but has failed all the same.
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length
    process.stdout.write(`\n${count('passed')} passed, ${count('failed') + broken} failed\n`)
  }
}
