import { listen, staticServer } from './static-server.ts'

const address = await listen(staticServer('dist'), Number(process.env['PORT'] ?? 4321))
console.log(`${address}/ で見られます。終えるには Ctrl+C を押してください。`)
