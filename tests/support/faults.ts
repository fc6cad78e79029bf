import type { BrowserContext } from 'playwright-core'

/**
 * Collects what goes wrong in the pages of a context: words on the console (of the policy, too), errors of scripts,
 * answers that are not good, and requests to any place but below an address.
 */
export function collectFaults(context: BrowserContext, address: string): string[] {
  const faults: string[] = []
  context.on('console', (message) => {
    const place = message.page()?.url() ?? ''
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()} (${place})`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`request: ${request.url()}`)
  })
  return faults
}
