import { setTimeout as pause } from 'node:timers/promises'
import type { Session } from '#connectors/connector.ts'
import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { mayCall } from '#core/delivery/lease.ts'
import { openChannel } from '#server/channels/open-channel.ts'
import { type Claimed, claimDelivery, PACE, type Pace } from '#server/deliveries/claim.ts'
import { outgoingOf } from '#server/deliveries/outgoing.ts'
import { type News, recordNews } from '#server/deliveries/record-news.ts'
import { isStopped } from '#server/deliveries/silence.ts'
import type { Desk } from '#server/desk.ts'

const sayWhy = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** How long a session may take to close; what the network said is on record by then. */
const CLOSING_MS = 5_000

/** An account that cannot be opened has said nothing: it is tried again, and nothing is in doubt. */
const notOpened = ({ step }: Claimed, error: unknown): News =>
  step.step === 'look-up'
    ? { kind: 'looked-up', result: { kind: 'unavailable', detail: sayWhy(error) } }
    : { kind: 'outcome', outcome: { kind: 'later', reason: 'cannot-open', detail: sayWhy(error) } }

/** What is known of a call that outlives its time: nothing. */
const neverEnded = async (callTimeoutMs: number): Promise<SendOutcome> => {
  await pause(callTimeoutMs + 1_000, null, { ref: false })
  return { kind: 'ambiguous', detail: 'the call did not end in time' }
}

/** Calls the network for one claimed reply. Whatever goes wrong in between is ambiguous: it is looked up, never assumed. */
const call = async (desk: Desk, session: Session, claimed: Claimed, pace: Pace): Promise<News> => {
  const outgoing = await outgoingOf(desk, claimed.row)
  const signal = AbortSignal.timeout(pace.rules.callTimeoutMs)
  if (claimed.step.step === 'look-up') {
    const result = await (
      session.lookUp?.(outgoing, signal) ?? Promise.resolve({ kind: 'unavailable' as const })
    ).catch((error: unknown) => ({ kind: 'unavailable' as const, detail: sayWhy(error) }))
    return { kind: 'looked-up', result }
  }
  // A process that froze since the claim must not wake up into a call that another one may be making.
  if (!mayCall(claimed.delivery.lease, claimed.token, desk.now(), pace.rules.callTimeoutMs))
    return { kind: 'outcome', outcome: { kind: 'later', reason: 'lease-too-short' } }
  if (await isStopped(desk, claimed.row.workspace_id))
    return { kind: 'outcome', outcome: { kind: 'later', reason: 'speech-stopped' } }
  const sending = session
    .send(outgoing, signal)
    .catch((error: unknown) => ({ kind: 'ambiguous' as const, detail: sayWhy(error) }))
  // A connector that ignores its signal must not hold a place for ever.
  const outcome = await Promise.race([sending, neverEnded(pace.rules.callTimeoutMs)])
  return { kind: 'outcome', outcome }
}

/** The sender: keeps up to `pace.atOnce` calls in the air. Any number of processes may run one each. */
export const makeDeliverer = (desk: Desk, pace: Pace = PACE) => {
  const inTheAir = new Map<string, { accountId: string; done: Promise<void> }>()

  const busyAccounts = (): string[] => {
    const count = new Map<string, number>()
    for (const { accountId } of inTheAir.values()) count.set(accountId, (count.get(accountId) ?? 0) + 1)
    return [...count].flatMap(([id, calls]) => (calls >= pace.atOncePerAccount ? id : []))
  }

  const record = async (claimed: Claimed, news: News): Promise<void> => {
    const state = await recordNews(desk, claimed, news, pace)
    desk.log.info({ delivery: claimed.row.id, attempt: claimed.token, state }, 'delivery moved')
  }

  const close = async (session: Session, claimed: Claimed): Promise<void> => {
    const closing = Promise.resolve(session.close?.()).catch((error: unknown) =>
      desk.log.warn({ err: error, account: claimed.row.account_id }, 'a session did not close well'),
    )
    await Promise.race([closing, pause(CLOSING_MS, null, { ref: false })])
  }

  const carry = async (claimed: Claimed): Promise<void> => {
    let session: Session
    try {
      session = openChannel(desk, claimed.account)
    } catch (error) {
      return record(claimed, notOpened(claimed, error))
    }
    try {
      await record(claimed, await call(desk, session, claimed, pace))
    } finally {
      await close(session, claimed)
    }
  }

  /** One round: claims all that is due and starts the calls. True when something moved, so that more may be due at once. */
  const round = async (): Promise<boolean> => {
    let moved = false
    while (inTheAir.size < pace.atOnce) {
      const claimed = await claimDelivery(desk, busyAccounts(), pace)
      if (claimed === null) break
      moved = true
      if (claimed.step.step !== 'send' && claimed.step.step !== 'look-up') continue
      const done = carry(claimed)
        .catch((error: unknown) =>
          desk.log.error({ err: error, delivery: claimed.row.id }, 'a delivery could not be recorded'),
        )
        .finally(() => {
          inTheAir.delete(claimed.row.id)
          desk.wake('deliver')
        })
      inTheAir.set(claimed.row.id, { accountId: claimed.row.account_id, done })
    }
    return moved && inTheAir.size < pace.atOnce
  }

  /** Lets the calls in the air come home. */
  const settle = async (): Promise<void> => {
    await Promise.all([...inTheAir.values()].map((call) => call.done))
  }

  return { round, settle }
}
