import type { Activity } from '#core/mention.ts'
import { writtenAt } from '#core/sla/policy.ts'
import type { Instant } from '#core/time.ts'
import { boundedKey } from './bounded-key.ts'

const MOST_TEXT = 1_000_000
const MOST_HTML = 4_000_000
const MOST_NAME = 300
const MOST_SUBJECT = 1_000

/** Before this no network was there: such a date is a broken clock, and tells nothing of when the customer wrote. */
const EARLIEST = Date.UTC(2000, 0, 1)

/** The moment that the network claims, never after the receipt, and the receipt's own when the claim is nonsense (A2). */
export const claimedAt = (claimed: number, receivedAt: Instant): Instant =>
  Number.isFinite(claimed) && claimed >= EARLIEST ? writtenAt(Math.round(claimed), receivedAt) : receivedAt

/** In JSON text, what PostgreSQL's text and jsonb refuse: NUL and lone surrogates (well-formed pairs are not escaped). */
const UNKEEPABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

export const isKeepableJson = (json: string): boolean => !UNKEEPABLE.test(json)

const cleanText = (text: string): string => text.replaceAll('\0', '\u2400').toWellFormed()

const cleanValue = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleanText(name), cleanValue(inner)]))
}

const clip = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most).toWellFormed())

const boundIds = (activity: Activity): Activity => {
  if (activity.kind === 'nothing') return activity
  const messageId = boundedKey(activity.messageId)
  if (activity.kind !== 'message' && activity.kind !== 'own') return { ...activity, messageId }
  const { parentId, conversationKey } = activity
  const ids = {
    messageId,
    ...(parentId === undefined ? {} : { parentId: boundedKey(parentId) }),
    ...(conversationKey === undefined ? {} : { conversationKey: boundedKey(conversationKey) }),
  }
  if (activity.kind === 'own') return { ...activity, ...ids }
  const author = { ...activity.author, externalId: boundedKey(activity.author.externalId) }
  return { ...activity, ...ids, conversationKey: boundedKey(activity.conversationKey), author }
}

const boundTexts = (activity: Activity): Activity => {
  if (activity.kind === 'message') {
    const { author, html, subject, ...rest } = activity
    return {
      ...rest,
      text: clip(activity.text, MOST_TEXT),
      // Half a page is worse than none: the text says it too.
      ...(html === undefined || html.length > MOST_HTML ? {} : { html }),
      ...(subject === undefined ? {} : { subject: clip(subject, MOST_SUBJECT) }),
      author: {
        ...author,
        handle: clip(author.handle, MOST_NAME),
        displayName: clip(author.displayName, MOST_NAME),
      },
    }
  }
  if (activity.kind !== 'edit')
    return activity.kind === 'own' ? { ...activity, text: clip(activity.text, MOST_TEXT) } : activity
  const { html, ...rest } = activity
  return {
    ...rest,
    text: clip(activity.text, MOST_TEXT),
    ...(html === undefined || html.length > MOST_HTML ? {} : { html }),
  }
}

/** What a connector has read, in a form that can be kept whatever the network put in it. */
export const cleanActivity = (activity: Activity): Activity => {
  const bounded = boundIds(activity)
  return boundTexts(isKeepableJson(JSON.stringify(bounded)) ? bounded : (cleanValue(bounded) as Activity))
}
