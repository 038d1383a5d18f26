import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { findFreePorts } from './ports.ts'
import { type Postfix, startPostfix } from './postfix.ts'

const PROGRAMS = ['/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp', '/usr/sbin/postfix']
const PACKAGES = 'dovecot-core dovecot-imapd dovecot-lmtpd postfix'

/** True, or what is missing and the command that brings it: what `requires` takes. */
export const mailServersReady = (): true | string => {
  const missing = PROGRAMS.filter((program) => !existsSync(program))
  if (missing.length > 0)
    return `${missing.join(', ')} missing (Debian, as root: apt-get install --no-install-recommends ${PACKAGES})`
  return process.getuid?.() === 0 ? true : 'Postfix and Dovecot give each mail to its owner, which only root can do'
}

export const BRAND = 'contact@fleursduport.test'
export const CAMILLE = 'camille@clients.test'
export const NOE = 'noe@clients.test'
export const LUCAS = 'lucas@clients.test'
export const PASSWORD = 'le port de Nantes'

export interface MailServers extends AsyncDisposable {
  imap: number
  imaps: number
  smtp: number
  submission: number
  dovecot: Dovecot
  postfix: Postfix
  close(): Promise<void>
}

const makeCertificate = (folder: string): void => {
  const made = spawnSync('openssl', [
    ...[
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ],
    ...[
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      join(folder, 'key.pem'),
      '-out',
      join(folder, 'cert.pem'),
    ],
  ])
  if (made.status !== 0) throw new Error(`no certificate: ${made.stderr.toString()}`)
}

/** Real servers on free ports of this machine, for a brand and three customers: `await using mail = await startMailServers()`. */
export const startMailServers = async (): Promise<MailServers> => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-mail-'))
  const [imap = 0, imaps = 0, lmtp = 0, auth = 0, smtp = 0, submission = 0] = await findFreePorts(6)
  makeCertificate(folder)
  const passwords = new Map([BRAND, CAMILLE, NOE, LUCAS].map((address) => [address, PASSWORD]))
  const dovecot = await startDovecot(folder, { imap, imaps, lmtp, auth }, passwords)
  const addresses = [BRAND]
  const ports = { smtp, submission }
  const place = { folder, ports, lmtp, auth, domain: 'fleursduport.test', addresses, elsewhere: 'clients.test' }
  const postfix = await startPostfix(place).catch(async (error: unknown) => {
    await dovecot.stop()
    throw error
  })
  const close = async (): Promise<void> => {
    await Promise.all([postfix.stop(), dovecot.stop()])
    await rm(folder, { recursive: true, force: true })
  }
  return { imap, imaps, smtp, submission, dovecot, postfix, close, [Symbol.asyncDispose]: close }
}
