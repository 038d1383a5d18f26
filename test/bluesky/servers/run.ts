// A process of its own: the Bluesky servers bring half a gigabyte of memory, their own fetch and timers that never end. It lives as
// long as its parent, and talks by IPC alone.
import { rm } from 'node:fs/promises'

interface Server {
  url: string
}
interface Network {
  plc: Server
  pds: Server & { processAll(): Promise<void> }
  bsky: Server & { bsyncSub: { processAll(heads: unknown, timeoutMs: number): Promise<void> } }
  bsync: { getStreamHeads(): Promise<unknown> }
  processFullSubscription(timeoutMs: number): Promise<void>
  close(): Promise<void>
}
interface DevEnv {
  TestNetwork: { create(options: { dbPostgresUrl: string; dbPostgresSchema: string }): Promise<Network> }
}

/** The machine may be slow; a settling that takes longer than this is a fault of the servers. */
const settleMs = 120_000

/** Made by the parent for this run alone; both take it away, since either may be killed. */
const folder = process.env.TMPDIR ?? ''
// Asked for by the servers' test kit, and then used by nothing.
process.env.REDIS_HOST = 'redis.invalid'
process.env.LOG_ENABLED ??= 'false'

const name: string = '@atproto/dev-env'
const { TestNetwork } = (await import(name)) as DevEnv
const network = await TestNetwork.create({
  dbPostgresUrl: process.env.BLUESKY_DATABASE_URL ?? '',
  dbPostgresSchema: 'bluesky',
})

/** As the kit's own `processAll`, without the moderation desk, which nobody uses here and which takes its time. */
const settleAll = async (): Promise<void> => {
  await network.pds.processAll()
  await network.bsky.bsyncSub.processAll(await network.bsync.getStreamHeads(), settleMs)
  await network.processFullSubscription(settleMs)
}

let closing: Promise<void> | undefined
const close = (): Promise<void> => {
  closing ??= network
    .close()
    .catch(() => {})
    .then(() => rm(folder, { recursive: true, force: true }))
    .then(() => process.exit(0))
  return closing
}

const answer = (message: object): void => {
  process.send?.(message)
}

process.on('disconnect', close)
process.on('SIGTERM', close)
process.on('SIGINT', close)
process.on('message', (message: { settle?: number; close?: true }) => {
  if (message.close) void close()
  else if (message.settle !== undefined) {
    const settle = message.settle
    settleAll().then(
      () => answer({ settled: settle }),
      (error: unknown) => answer({ settled: settle, fault: String(error) }),
    )
  }
})
answer({ addresses: { plc: network.plc.url, pds: network.pds.url, appview: network.bsky.url } })
