import { after } from 'node:test'
import { connectorSuite } from '#connectors/connector-suite.ts'
import { email } from '#connectors/email/index.ts'
import { buildRig } from './rig.ts'
import { type MailServers, mailServersReady, startMailServers } from './servers.ts'

let servers: Promise<MailServers> | undefined

after(async () => (await servers)?.close())

connectorSuite('E-mail', email, async () => {
  const ready = mailServersReady()
  if (ready !== true) return { missing: ready }
  servers ??= startMailServers()
  return buildRig(await servers)
})
