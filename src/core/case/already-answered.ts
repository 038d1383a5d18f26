/** One message of a thread, as the writer of a draft saw it or as it is now. */
export type ThreadItem = {
  readonly id: string
  readonly direction: 'in' | 'out'
  /** Grows with each edit in substance. */
  readonly version: number
  readonly deleted: boolean
  /** Who wrote it for the brand; null when it was published outside the desk. */
  readonly memberId: string | null
  /** The delivery that it left by; null for the public and for what was published outside. */
  readonly deliveryId: string | null
}

/** A reply of the same conversation that has not left yet. */
export type LeavingReply = { readonly deliveryId: string; readonly memberId: string }

export type ThreadSnapshot = { readonly messages: readonly ThreadItem[]; readonly leaving: readonly LeavingReply[] }

export type ThreadChange =
  | { readonly code: 'colleague-answered'; readonly messageId: string; readonly memberId: string }
  | { readonly code: 'answered-outside'; readonly messageId: string }
  | { readonly code: 'colleague-is-answering'; readonly deliveryId: string; readonly memberId: string }
  | { readonly code: 'customer-wrote'; readonly messageId: string }
  | { readonly code: 'customer-edited'; readonly messageId: string }
  | { readonly code: 'customer-deleted'; readonly messageId: string }

export type ThreadChanged = { readonly refused: 'thread-changed'; readonly changes: readonly ThreadChange[] }

function findNew({ id, direction, memberId, deleted }: ThreadItem): ThreadChange[] {
  if (deleted) return []
  if (direction === 'in') return [{ code: 'customer-wrote', messageId: id }]
  if (memberId === null) return [{ code: 'answered-outside', messageId: id }]
  return [{ code: 'colleague-answered', messageId: id, memberId }]
}

function findChanged(before: ThreadItem, now: ThreadItem): ThreadChange[] {
  if (now.direction === 'out') return []
  if (now.deleted && !before.deleted) return [{ code: 'customer-deleted', messageId: now.id }]
  if (!now.deleted && now.version > before.version) return [{ code: 'customer-edited', messageId: now.id }]
  return []
}

/**
 * Asked again at the moment of sending: the public never gets two answers from two colleagues, nor one to words that are no
 * longer there (A1, A3). Null when the writer has seen all that there is; who sends again after reading takes the new snapshot.
 */
export function alreadyAnswered(seen: ThreadSnapshot, current: ThreadSnapshot, writerId: string): ThreadChanged | null {
  const known = new Map(seen.messages.map((message) => [message.id, message]))
  const knownLeaving = new Set(seen.leaving.map(({ deliveryId }) => deliveryId))
  const changes: ThreadChange[] = current.messages.flatMap((message) => {
    const before = known.get(message.id)
    if (before) return findChanged(before, message)
    const isOwn = message.direction === 'out' && message.memberId === writerId
    const wasLeaving = message.deliveryId !== null && knownLeaving.has(message.deliveryId)
    return isOwn || wasLeaving ? [] : findNew(message)
  })
  for (const { deliveryId, memberId } of current.leaving) {
    if (memberId === writerId || knownLeaving.has(deliveryId)) continue
    changes.push({ code: 'colleague-is-answering', deliveryId, memberId })
  }
  return changes.length > 0 ? { refused: 'thread-changed', changes } : null
}
