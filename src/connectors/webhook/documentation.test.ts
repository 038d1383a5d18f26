import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { promisify } from 'node:util'
import { requires } from '#test/requires.ts'
import type { HookRequest, OpenAccount } from '../connector.ts'
import { webhook } from './index.ts'
import { newSecret } from './signature.ts'

const run = promisify(execFile)
const page = new URL('../../../docs/networks/webhook.md', import.meta.url)

const finds = async (command: string): Promise<boolean | string> =>
  run(command, ['--version']).then(
    () => true,
    () =>
      run(command, ['version']).then(
        () => true,
        () => `no ${command} on this machine`,
      ),
  )

it('is documented by an example that a person can copy into a shell', async (t) => {
  for (const command of ['bash', 'curl', 'openssl']) if (!requires(command, await finds(command), t)) return
  const example = /```sh\n([\s\S]*?)```/.exec(await readFile(page, 'utf8'))?.[1]
  assert.ok(example, 'the page has an example')
  const secret = newSecret()
  const account: OpenAccount = {
    id: 'a',
    externalId: 'forum',
    handle: 'forum',
    secret: { secrets: [secret] },
    settings: {},
  }
  const taken: HookRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    taken.push({ headers: request.headers as Record<string, string>, raw: Buffer.concat(chunks) })
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const env = { ...process.env, SECRET: secret, URL: `http://127.0.0.1:${port}/hooks/a` }
  await run('bash', ['-eu', '-c', example], { env })
  const [request] = taken
  assert.ok(request)
  assert.equal(webhook.verifyHook?.(request, account, Date.now()).kind, 'accepted')
  const [activity] = webhook.read(request, account)
  assert.ok(activity?.kind === 'message')
  assert.equal(activity.author.displayName, 'Camille Roux')
})
