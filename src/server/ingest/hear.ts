import type { Batch } from './batch.ts'
import { hearDeletion, hearEdit } from './hear-change.ts'
import { hearMessage } from './hear-message.ts'
import { hearOwn, hearUndelivered } from './hear-own.ts'
import type { Heard } from './understand.ts'

/** What one activity does to the batch. `told`: its alarm was raised when it came too early. */
export const hear = (batch: Batch, { activity, receivedAt }: Heard, told: boolean): void => {
  if (activity.kind === 'message') hearMessage(batch, activity, receivedAt)
  else if (activity.kind === 'edit') hearEdit(batch, activity, receivedAt)
  else if (activity.kind === 'deletion') hearDeletion(batch, activity, receivedAt)
  else if (activity.kind === 'own') hearOwn(batch, activity, receivedAt, told)
  else if (activity.kind === 'undelivered') hearUndelivered(batch, activity, receivedAt)
}
