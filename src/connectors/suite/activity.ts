import assert from 'node:assert/strict'
import type { Activity } from '#core/mention.ts'

/** No network says more than this in one message; a longer one is cut or put in quarantine. */
export const CAPS = { text: 500_000, html: 2_000_000, name: 2_000, attachments: 100, above: 10, activities: 10_000 }

const isText = (value: unknown, most: number, what: string): void => {
  assert.equal(typeof value, 'string', `${what} must be a string`)
  assert.ok(String(value).length <= most, `${what} is ${String(value).length} characters long, the cap is ${most}`)
}

const isInstant = (value: unknown, what: string): void =>
  assert.ok(
    Number.isInteger(value) && Math.abs(Number(value)) < 8.64e15,
    `${what} must be whole epoch milliseconds, got ${String(value)}`,
  )

const isId = (value: unknown, what: string): void => {
  isText(value, CAPS.name, what)
  assert.notEqual(value, '', `${what} is empty`)
}

const checkMessage = (message: Extract<Activity, { kind: 'message' }>): void => {
  isId(message.conversationKey, 'conversationKey')
  isId(message.author.externalId, 'author.externalId')
  isText(message.author.handle, CAPS.name, 'author.handle')
  isText(message.author.displayName, CAPS.name, 'author.displayName')
  isText(message.text, CAPS.text, 'text')
  if (message.html !== undefined) isText(message.html, CAPS.html, 'html')
  isInstant(message.sentAt, 'sentAt')
  assert.ok(message.attachments.length <= CAPS.attachments, 'too many attachments')
  assert.ok((message.above?.length ?? 0) <= CAPS.above, 'too much of the thread above')
  assert.ok(['public', 'private'].includes(message.audience), `audience: ${message.audience}`)
  for (const url of [message.permalink, message.author.profileUrl, message.author.avatarUrl]) {
    if (url !== undefined) assert.match(url, /^https?:\/\//, 'an address shown to people is a web address')
  }
}

const check = (activity: Activity): void => {
  if (activity.kind === 'nothing') isText(activity.why, CAPS.name, 'why')
  else isId(activity.messageId, 'messageId')
  if (activity.kind === 'edit' || activity.kind === 'own') isText(activity.text, CAPS.text, 'text')
  if (activity.kind === 'message') checkMessage(activity)
  if (activity.kind === 'edit') isInstant(activity.editedAt, 'editedAt')
  if (activity.kind === 'deletion') isInstant(activity.deletedAt, 'deletedAt')
  if (activity.kind === 'own') isInstant(activity.sentAt, 'sentAt')
  if (activity.kind === 'undelivered') isInstant(activity.at, 'at')
}

/** Whether what a connector read is something that the desk can keep: it comes from outside, through code that may be fooled. */
export const checkActivities = (activities: Activity[]): void => {
  assert.ok(Array.isArray(activities), 'read gives a list')
  assert.ok(activities.length <= CAPS.activities, 'read gives too many activities')
  activities.forEach(check)
}
