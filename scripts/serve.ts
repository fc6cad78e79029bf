import { siteFolder } from './site-folder.ts'
import { listen, staticServer } from './static-server.ts'

const port = Number(process.env['PORT'] ?? 4321)
try {
  const address = await listen(staticServer(siteFolder()), port)
  console.log(`${address}/ で見られます。終えるには Ctrl+C を押してください。`)
} catch (cause) {
  console.error(`${port}番のポートを使えません。PORT=4322 npm start のように、ほかの番号にしてください。`)
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
