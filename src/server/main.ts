import type { Registry } from '#connectors/registry.ts'
import { offerSetUp } from '#server/actions/set-up.ts'
import { findMasterKey } from './access/master-key.ts'
import { findPushKeys } from './access/push-keys.ts'
import { makeSeal } from './access/seal.ts'
import { type Background, startBackground } from './background.ts'
import { anchorPlaceOf, type Config } from './config.ts'
import { migrate } from './db/migrate.ts'
import { type Opened, openConfigured } from './db/open.ts'
import type { Desk } from './desk.ts'
import { makeApp } from './http/app.ts'
import { linkTo } from './http/routes/workspace.ts'
import { type Site, siteOf } from './http/site.ts'
import { openHub } from './live/hub.ts'
import { makeLog } from './log.ts'
import { makeMail } from './mail/send-mail.ts'
import { makeNewId } from './new-id.ts'
import type { Outside } from './notices/outside.ts'
import { makePush } from './notices/send-push.ts'
import { makeRegistry } from './registry.ts'

export interface Running extends AsyncDisposable {
  desk: Desk
  /** Where it answers; null for a process that only works. */
  address: string | null
  /** The one-time link of a desk without an administrator. */
  setUpLink: string | null
  close(): Promise<void>
}

export interface OpenOptions {
  /** Says what happens while it starts. */
  print(line: string): void
  registry?: Registry
  log?: Desk['log']
}

const addressOf = (config: Config): string => {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return `http://${host}:${config.port}`
}

const makeDesk = async (config: Config, opened: Opened, options: OpenOptions, log: Desk['log']): Promise<Desk> => {
  const applied = await migrate(opened.database.owner)
  if (applied.length > 0) options.print(`The database was brought up to date (${applied.join(', ')}).`)
  const key = await findMasterKey(opened.database, config.keyFile, Date.now())
  return {
    db: opened.database,
    now: Date.now,
    random: Math.random,
    newId: makeNewId(Date.now),
    registry: options.registry ?? makeRegistry(),
    seal: makeSeal(key),
    allowHosts: config.allowHosts,
    model: config.model,
    log,
    wake: () => {},
  }
}

/** The ways out to the desk's own members. A push service learns whom to write to, if the desk has an address of its own. */
const outsideOf = async (config: Config, desk: Desk): Promise<Outside> => {
  const keys = await findPushKeys(desk)
  const own = config.url.startsWith('https:') ? config.url : null
  const contact = config.mail === undefined ? own : `mailto:${config.mail.from}`
  return {
    deskUrl: config.url,
    mail: config.mail === undefined ? null : makeMail(config.mail),
    push: makePush({ keys, contact, now: desk.now }),
  }
}

/** Serves people: the last thing opened and the first thing closed. */
const openWeb = async (config: Config, desk: Desk, site: Site, background: Background | null) => {
  const hub = openHub(desk)
  const app = await makeApp(desk, site, { hub, loops: background?.loops ?? [] })
  const close = async (): Promise<void> => {
    // Streams have no end of their own: they would hold the server open.
    await hub.close()
    await app.close()
  }
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await close()
    throw error
  }
  return close
}

/** Opens the desk, or the part of it that the configuration names, in the order in which its parts need each other. */
export const openDesk = async (config: Config, options: OpenOptions): Promise<Running> => {
  const log = options.log ?? makeLog({ level: config.logLevel })
  const site = siteOf(config)
  const opened = await openConfigured(config, {
    alone: true,
    report: ({ name, error }) => log.warn({ err: error }, name),
    onLost: (error) => log.warn({ err: error }, 'an idle connection to the database was lost'),
  })
  const closers: (() => Promise<void>)[] = [opened.close]
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const desk = await makeDesk(config, opened, options, log)
    const outside = await outsideOf(config, desk)
    const works = config.mode !== 'web'
    const serves = config.mode !== 'worker'
    const background = works ? startBackground(desk, anchorPlaceOf(config), outside) : null
    if (background !== null) {
      desk.wake = background.wake
      closers.push(background.stop)
    }
    if (serves) closers.push(await openWeb(config, desk, site, background))
    const token = serves ? await offerSetUp(desk) : null
    return {
      desk,
      address: serves ? addressOf(config) : null,
      setUpLink: token === null ? null : linkTo(site.url, 'set-up', token),
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
