import type { AnchorPlace } from '#server/actions/anchor-heads.ts'
import { recordHeartbeats } from '#server/actions/record-heartbeats.ts'
import type { Desk, LoopName } from '#server/desk.ts'
import { makeBulletinCarrier } from '#server/jobs/carry-bulletins.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { makeDrillMaster } from '#server/jobs/drill.ts'
import { makeListener } from '#server/jobs/listen.ts'
import { type Loop, startLoop } from '#server/jobs/loop.ts'
import { makeRadar } from '#server/jobs/radar.ts'
import { makeSecondReader } from '#server/jobs/read-again.ts'
import { makeReader } from '#server/jobs/read-receipts.ts'
import { makeSealer } from '#server/jobs/seal.ts'
import { makeTeller } from '#server/jobs/tell.ts'
import { makeTicker } from '#server/jobs/tick.ts'
import { makeWatcher } from '#server/jobs/watch.ts'
import type { Outside } from '#server/notices/outside.ts'

const HEARTBEAT_MS = 15_000
const FIRST_HEARTBEAT_MS = 2_000

export interface Background {
  loops: readonly Loop[]
  wake(name: LoopName): void
  /** Lets what runs end, and starts nothing more. */
  stop(): Promise<void>
}

interface Round {
  everyMs: number
  round(signal: AbortSignal): Promise<boolean>
  /** What is still in the air when the loop has stopped. */
  settle?(): Promise<void>
}

/** How often each looks by itself; whoever has work for it wakes it besides. */
const makeRounds = (desk: Desk, anchors: AnchorPlace | null, outside: Outside): Record<LoopName, Round> => {
  const deliverer = makeDeliverer(desk)
  const listener = makeListener(desk)
  const teller = makeTeller(desk, outside)
  const carrier = makeBulletinCarrier(desk, outside)
  // One that waits for its receiver does not keep the other waiting for its turn.
  const tellAll = async (signal: AbortSignal): Promise<boolean> =>
    (await Promise.all([teller.round(signal), carrier.round(signal)])).includes(true)
  const ticker = makeTicker(desk)
  const secondReader = makeSecondReader(desk)
  return {
    'read-receipts': { everyMs: 1000, round: makeReader(desk).round },
    listen: { everyMs: 1000, round: listener.round, settle: listener.stop },
    deliver: { everyMs: 500, round: deliverer.round, settle: deliverer.settle },
    tick: { everyMs: 5000, round: ticker.round, settle: ticker.settle },
    seal: { everyMs: 2000, round: makeSealer(desk, anchors).round },
    tell: { everyMs: 2000, round: tellAll },
    watch: { everyMs: 2000, round: makeWatcher(desk).round },
    radar: { everyMs: 15_000, round: makeRadar(desk).round },
    drill: { everyMs: 1000, round: makeDrillMaster(desk).round },
    'read-again': { everyMs: 3000, round: secondReader.round, settle: secondReader.stop },
  }
}

/** A desk that tells its members nothing but in its own pages. */
const NOWHERE: Outside = { deskUrl: 'http://localhost', mail: null, push: null }

/** Everything that works without being asked: reads what came in, listens, sends, and watches the clock. */
export const startBackground = (
  desk: Desk,
  anchors: AnchorPlace | null = null,
  outside: Outside = NOWHERE,
): Background => {
  const rounds = Object.entries(makeRounds(desk, anchors, outside))
  const loops = rounds.map(([name, { everyMs, round }]) =>
    startLoop({ name, everyMs, round, now: desk.now, log: desk.log }),
  )
  const beat = (): void => {
    recordHeartbeats(desk, loops).catch((error: unknown) =>
      desk.log.warn({ err: error }, 'the heartbeat of the loops could not be written'),
    )
  }
  const first = setTimeout(beat, FIRST_HEARTBEAT_MS).unref()
  const heartbeat = setInterval(beat, HEARTBEAT_MS).unref()
  return {
    loops,
    wake: (name) => loops.find((loop) => loop.name === name)?.wake(),
    stop: async () => {
      clearTimeout(first)
      clearInterval(heartbeat)
      await Promise.all(loops.map((loop) => loop.stop()))
      await Promise.all(rounds.map(([, { settle }]) => settle?.()))
    },
  }
}
