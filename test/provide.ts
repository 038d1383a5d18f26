import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

const postgresFolder = '/usr/lib/postgresql'

/** The bin folder of a PostgreSQL of the system, 15 rather than newer: the oldest one that Vigie promises to run on. */
export const systemPostgres = (): string | null => {
  if (!existsSync(postgresFolder)) return null
  const majors = readdirSync(postgresFolder)
    .filter((major) => Number(major) >= 15 && existsSync(join(postgresFolder, major, 'bin', 'postgres')))
    .sort((a, b) => Number(a) - Number(b))
  return majors[0] === undefined ? null : join(postgresFolder, majors[0], 'bin')
}

/** What the tests need from the system, and the packages of Debian that bring it. */
const needs: { what: string; present: () => boolean; packages: string[] }[] = [
  { what: 'Chromium', present: () => has('chromium'), packages: ['chromium'] },
  { what: 'a PostgreSQL of the system', present: () => systemPostgres() !== null, packages: ['postgresql'] },
  {
    what: 'Dovecot',
    present: () => existsSync('/usr/sbin/dovecot'),
    packages: ['dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'],
  },
  { what: 'Postfix', present: () => existsSync('/usr/sbin/postfix'), packages: ['postfix'] },
]

const mayInstall = (): boolean => process.getuid?.() === 0 && has('apt-get')

/** Debian starts what it installs; nothing here may: each test starts a server of its own, in a folder of its own. */
const withoutStarting = (command: string): string =>
  `set -e; policy=/usr/sbin/policy-rc.d; made=; if [ ! -e $policy ]; then printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod +x $policy; made=1; fi; ` +
  `trap '[ -z "$made" ] || rm -f '$policy EXIT; export DEBIAN_FRONTEND=noninteractive; ${command}`

/** Installs what is missing where it may, and returns what is missing all the same. */
export const provide = (report: (line: string) => void): string[] => {
  const missing = needs.filter((need) => !need.present())
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.flatMap((need) => need.packages)
    report(`Installing for the tests: ${packages.join(' ')}…`)
    const install = `apt-get update -qq; apt-get install -y -qq --no-install-recommends ${packages.join(' ')} >/dev/null`
    spawnSync('sh', ['-c', withoutStarting(install)], { stdio: ['ignore', 'inherit', 'inherit'] })
  }
  return needs
    .filter((need) => !need.present())
    .map((need) => `${need.what} (Debian: apt-get install ${need.packages.join(' ')})`)
}
