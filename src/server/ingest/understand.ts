import type { Connector } from '#connectors/connector.ts'
import type { Activity } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import { cleanActivity } from './clean.ts'

/** A receipt as a reader claims it. */
export interface Claimed {
  id: number
  source: 'webhook' | 'poll' | 'replay'
  body: unknown
  raw: Buffer | null
  receivedAt: Instant
  attempts: number
}

/** One activity, and when we were told. */
export interface Heard {
  activity: Activity
  receivedAt: Instant
}

export type Understood = { receipt: Claimed } & ({ heard: Heard[] } | { fault: string })

/** Why a receipt could not be read, for the person who looks at the quarantine. */
export const faultOf = (error: unknown): string => {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return said.replaceAll('\0', '').toWellFormed().slice(0, 500)
}

/** What the connector expects: the bytes of a webhook, the value of a poll (kept as bytes when jsonb could not hold it). */
const givenOf = ({ source, body, raw }: Claimed): { body?: unknown; raw?: Uint8Array } => {
  if (raw === null) return { body }
  return source === 'poll' ? { body: JSON.parse(raw.toString('utf8')) } : { raw }
}

/** Reads one receipt, alone: what it says, or why it cannot be read. It never throws. */
export const understand = (
  connector: Connector,
  account: { externalId: string; handle: string },
  receipt: Claimed,
): Understood => {
  try {
    const activities = connector.read(givenOf(receipt), account)
    return { receipt, heard: activities.map((a) => ({ activity: cleanActivity(a), receivedAt: receipt.receivedAt })) }
  } catch (error) {
    return { receipt, fault: faultOf(error) }
  }
}
