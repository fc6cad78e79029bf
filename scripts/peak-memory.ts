import { writeFileSync } from 'node:fs'

// Loaded before a script that is measured: tells the peak of its memory, in KiB, when it ends.
const file = process.env['PEAK_MEMORY']
if (file !== undefined)
  process.on('exit', () => {
    writeFileSync(file, String(process.resourceUsage().maxRSS))
  })
