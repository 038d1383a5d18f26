import { once } from 'node:events'
import { startPostgres } from '#server/postgres/start.ts'

// node test/start-postgres.ts FOLDER alone|beside: a Vigie to kill. Prints one line, and closes when its input ends.
const [folder = '', how] = process.argv.slice(2)
try {
  const { url, close } = await startPostgres({ folder, alone: how === 'alone' })
  console.log(JSON.stringify({ url }))
  process.stdin.resume()
  await once(process.stdin, 'end')
  await close()
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  console.log(JSON.stringify({ code, message }))
}
