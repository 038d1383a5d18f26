import { spawnSync } from 'node:child_process'
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runChild } from './child.ts'
import { awaitPort } from './ports.ts'

export interface PostfixPorts {
  /** Where the world hands mail in. */
  smtp: number
  /** Where the brand hands mail in, with its password. */
  submission: number
}

interface Place {
  folder: string
  ports: PostfixPorts
  lmtp: number
  auth: number
  /** Whose mail is kept here; an unknown address is refused at once. */
  domain: string
  addresses: string[]
  /** Where the others are; an unknown address is found out later, and bounces. */
  elsewhere: string
}

const main = ({ folder, lmtp, auth, domain, elsewhere }: Place): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/postfix.log
myhostname = mail.${domain}
mydomain = ${domain}
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtp_dns_support_level = disabled
virtual_mailbox_domains = ${domain}
virtual_mailbox_maps = texthash:${folder}/postfix/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
relay_domains = ${elsewhere}
transport_maps = texthash:${folder}/postfix/transport
default_transport = error:no way out of this machine
message_size_limit = 80000000
mailbox_size_limit = 0
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${auth}
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_client_connection_count_limit = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
`

const SUBMISSION = [
  'smtpd_sasl_auth_enable=yes',
  'smtpd_tls_security_level=may',
  'smtpd_recipient_restrictions=permit_sasl_authenticated,reject',
  'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
]

const master = ({ ports }: Place): string => `
127.0.0.1:${ports.smtp} inet n - n - - smtpd
127.0.0.1:${ports.submission} inet n - n - - smtpd ${SUBMISSION.map((option) => `-o ${option}`).join(' ')}
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`

const idOf = (what: '-u' | '-g', name: string): number => Number(spawnSync('id', [what, name]).stdout.toString())

/** A private Postfix, as root but beside the system's own: its configuration, queue and data are in this folder and nowhere else. */
export const startPostfix = async (place: Place) => {
  const { folder, ports, addresses, lmtp, elsewhere } = place
  const at = join(folder, 'postfix')
  for (const name of ['postfix', 'queue', 'data']) await mkdir(join(folder, name))
  await chown(join(folder, 'data'), idOf('-u', 'postfix'), idOf('-g', 'postfix'))
  await writeFile(join(at, 'main.cf'), main(place))
  await writeFile(join(at, 'master.cf'), master(place))
  await writeFile(join(at, 'mailboxes'), addresses.map((address) => `${address} ok\n`).join(''))
  await writeFile(join(at, 'transport'), `${elsewhere} lmtp:inet:127.0.0.1:${lmtp}\n`)
  const checked = spawnSync('postfix', ['-c', at, 'check'])
  if (checked.status !== 0) throw new Error(`postfix does not like its folder: ${checked.stderr.toString()}`)
  const child = runChild('/usr/lib/postfix/sbin/master', ['-c', at, '-s'])
  await Promise.all([ports.smtp, ports.submission].map((port) => awaitPort(port, () => child.over())))

  /** How many mails are still on their way. */
  const queued = async (): Promise<number> => {
    const queues = ['maildrop', 'incoming', 'active', 'deferred']
    const names = await Promise.all(queues.map((name) => readdir(join(folder, 'queue', name), { recursive: true })))
    return names.flat().filter((name) => /[0-9A-Z]{6,}$/i.test(name)).length
  }

  return {
    stop: () => child.stop(),
    log: async (): Promise<string> => (await readFile(join(folder, 'postfix.log'), 'utf8')).slice(-4000),
    /** Everything that was handed in has been delivered, or has bounced and the bounce delivered. */
    settle: async (): Promise<void> => {
      while ((await queued()) > 0) await pause(20)
    },
  }
}

export type Postfix = Awaited<ReturnType<typeof startPostfix>>
