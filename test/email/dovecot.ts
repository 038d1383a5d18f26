import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, runChild } from './child.ts'
import { awaitPort } from './ports.ts'

export const NOBODY = 65534

export interface DovecotPorts {
  imap: number
  imaps: number
  lmtp: number
  auth: number
}

const configuration = (folder: string, { imap, imaps, lmtp, auth }: DovecotPorts): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0 secs
mail_location = maildir:~/Maildir
first_valid_uid = 1
default_process_limit = 30
default_client_limit = 500
imap_idle_notify_interval = 2 mins
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtp}
  }
}
service auth {
  inet_listener sasl {
    port = ${auth}
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
}
`

const lineOf = (folder: string, address: string, password: string): string =>
  `${address}:{PLAIN}${password}:${NOBODY}:${NOBODY}::${folder}/mail/${address}::\n`

/** A private Dovecot: IMAP with and without TLS, delivery by LMTP, passwords for it and for the MTA. Its folder is all that it touches. */
export const startDovecot = async (folder: string, ports: DovecotPorts, passwords: Map<string, string>) => {
  const users = join(folder, 'users')
  const maildir = (address: string, mailbox = 'INBOX'): string =>
    join(folder, 'mail', address, 'Maildir', mailbox === 'INBOX' ? '' : `.${mailbox}`)
  const writeUsers = (): Promise<void> =>
    writeFile(users, [...passwords].map(([address, password]) => lineOf(folder, address, password)).join(''))
  await mkdir(join(folder, 'run'))
  await mkdir(join(folder, 'mail'))
  await chown(join(folder, 'mail'), NOBODY, NOBODY)
  await chmod(folder, 0o755)
  await writeUsers()
  await writeFile(join(folder, 'dovecot.conf'), configuration(folder, ports))

  let child: Child
  const start = async (): Promise<void> => {
    child = runChild('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')])
    await Promise.all([ports.imap, ports.lmtp, ports.auth].map((port) => awaitPort(port, () => child.over())))
  }
  await start()

  const filesIn = async (address: string, mailbox: string): Promise<string[]> => {
    const names = await Promise.all(
      ['new', 'cur'].map(async (sub) => {
        const at = join(maildir(address, mailbox), sub)
        return (await readdir(at).catch(() => [])).map((name) => join(at, name))
      }),
    )
    return names.flat()
  }

  return {
    restart: start,
    stop: () => child.stop(),
    setPassword: async (address: string, password: string) => {
      passwords.set(address, password)
      await writeUsers()
      // The server looks at its list of users once a second at most.
      const asking = ['-c', join(folder, 'dovecot.conf'), 'auth', 'test', address, password]
      while (spawnSync('/usr/bin/doveadm', asking).status !== 0) await pause(50)
    },
    /** Every mail of one mailbox as its bytes, read past the server, oldest first. */
    mailsOf: async (address: string, mailbox = 'INBOX'): Promise<Buffer[]> => {
      const files = await filesIn(address, mailbox)
      const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
      dated.sort((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1))
      return Promise.all(dated.map(({ file }) => readFile(file)))
    },
    countMails: async (address: string, mailbox = 'INBOX'): Promise<number> => (await filesIn(address, mailbox)).length,
    /** Puts a mail there as it is, whatever it is, as if it had come at that time: no MTA has had its word on it. */
    drop: async (address: string, source: Uint8Array | string, at = new Date(), mailbox = 'INBOX'): Promise<void> => {
      const folders = ['', 'tmp', 'new', 'cur'].map((sub) => join(maildir(address, mailbox), sub))
      for (const one of [join(folder, 'mail', address), ...folders]) {
        await mkdir(one, { recursive: true })
        await chown(one, NOBODY, NOBODY)
      }
      const name = `${at.getTime()}.${randomUUID()}.drop`
      const written = join(maildir(address, mailbox), 'tmp', name)
      await writeFile(written, source)
      await chown(written, NOBODY, NOBODY)
      await utimes(written, at, at)
      await rename(written, join(maildir(address, mailbox), 'new', name))
    },
    /** What of one mailbox somebody has seen, as the server keeps it: the letters behind each name. */
    flagsOf: async (address: string, mailbox = 'INBOX'): Promise<string[]> =>
      (await filesIn(address, mailbox)).map((file) => /:2,([A-Za-z]*)$/.exec(file)?.[1] ?? ''),
    /** The server forgets how it numbered the mails: its next UIDVALIDITY is another one. */
    forgetNumbers: async (address: string, mailbox = 'INBOX'): Promise<void> => {
      const at = maildir(address, mailbox)
      for (const name of await readdir(at)) {
        if (/^dovecot/.test(name)) await rm(join(at, name), { recursive: true })
      }
    },
    log: async (): Promise<string> => (await readFile(join(folder, 'dovecot.log'), 'utf8')).slice(-4000),
  }
}

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>
