/**
 * Runs a command of the terminal, and sets its exit code: 2, with what the command is for, where `run` says that it was
 * asked wrongly (null), or where parseArgs met an option that it does not know.
 */
export async function runCommand(usage: string, run: () => Promise<number | null>): Promise<void> {
  const isOption = (cause: unknown): boolean =>
    cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS')
  const code = await run().catch((cause: unknown) => {
    if (isOption(cause)) return null
    throw cause
  })
  if (code === null) console.error(usage)
  process.exitCode = code ?? 2
}
