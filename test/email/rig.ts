import { randomUUID } from 'node:crypto'
import type { Held, Missing, Rig } from '#connectors/connector-suite.ts'
import { email } from '#connectors/email/index.ts'
import { memoryOf, toolsWith } from '#connectors/suite/tools.ts'
import { openFaultyRoad } from './faulty-road.ts'
import { mailsIn, write, writeAsBrand } from './people.ts'
import { BRAND, CAMILLE, LUCAS, type MailServers, NOE, PASSWORD } from './servers.ts'

const person = (address: string, displayName: string) => ({ externalId: address, handle: address, displayName })

/** What is typed into the form of the desk. */
export const credentialsFor = (mail: MailServers, smtpPort = mail.submission): Record<string, string> => ({
  address: BRAND,
  name: 'Fleurs du Port',
  password: PASSWORD,
  imapHost: '127.0.0.1',
  imapPort: String(mail.imap),
  imapSecurity: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: String(smtpPort),
  smtpSecurity: 'none',
})

/** The machine, with the leave to speak to these servers. */
export const makeTools = (credentials: Record<string, string>, memory = memoryOf()) => {
  const { imapHost, imapPort, smtpHost, smtpPort } = credentials
  return toolsWith({ now: Date.now, memory, allowHosts: [`${imapHost}:${imapPort}`, `${smtpHost}:${smtpPort}`] })
}

/** The account of the brand, connected as the desk connects it. */
export const connectBrand = async (credentials: Record<string, string>, memory = memoryOf()) => {
  const connected = await email.connect(credentials, makeTools(credentials, memory), new AbortController().signal)
  if (connected.kind !== 'connected') throw new Error(`the mailbox was not connected: ${connected.detail}`)
  const { account, secret, settings = {} } = connected
  return {
    memory,
    account: { id: randomUUID(), externalId: account.externalId, handle: account.handle, secret, settings },
  }
}

/** The real servers in the hands of the connector suite. */
export const buildRig = async (mail: MailServers): Promise<Rig | Missing> => {
  const road = await openFaultyRoad(mail.submission)
  const credentials = credentialsFor(mail, road.port)
  const { account, memory } = await connectBrand(credentials)
  const customers = [CAMILLE, LUCAS, NOE]

  const findAnswered = async (by: string, id: string) => {
    await mail.postfix.settle()
    const answered = (await mailsIn(mail, by)).find(({ messageId }) => messageId === id)
    if (!answered) throw new Error(`${by} never got ${id}`)
    return answered
  }

  return {
    account,
    tools: () => makeTools(credentials, memory),
    credentials,
    wrongCredentials: { ...credentials, password: 'tulipe' },
    people: { customer: person(CAMILLE, 'Camille Roux'), another: person(LUCAS, 'Lucas Petit') },
    ordinary: 'private',
    async says({ by, text, answers }) {
      const letter = { from: by.externalId, name: by.displayName, text }
      const answered = answers === undefined ? {} : { answers: await findAnswered(by.externalId, answers) }
      return write(mail, { ...letter, ...answered })
    },
    brandSpeaks: async (text) => ({ externalId: await writeAsBrand(mail, CAMILLE, text) }),
    async holds() {
      const mails = (await Promise.all(customers.map((address) => mailsIn(mail, address)))).flat()
      return mails.map(
        ({ messageId = '', text = '', inReplyTo, subject, attachments }): Held => ({
          externalId: messageId,
          text,
          audience: 'private',
          attachments: attachments.length,
          ...(inReplyTo === undefined ? {} : { parentId: inReplyTo }),
          ...(subject === undefined ? {} : { subject }),
        }),
      )
    },
    async settle() {
      await road.mend()
      await mail.postfix.settle()
    },
    beyondOnePage: 60,
    faults: [
      'refused-connection',
      'reset-before',
      'too-many',
      'unavailable',
      'done-then-reset',
      'done-then-error',
      'done-then-nonsense',
      'done-then-hang',
    ],
    arm: road.arm,
    revoke: () => mail.dovecot.setPassword(BRAND, 'autre chose'),
    restore: () => mail.dovecot.setPassword(BRAND, PASSWORD),
    close: road.close,
  }
}
