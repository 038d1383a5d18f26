import type { Activity } from '#core/mention.ts'
import { checkActivities } from '../suite/activity.ts'
import { rootName } from './ids.ts'
import { parseMail } from './parse/parse-mail.ts'
import { read } from './read.ts'
import type { Mail } from './shapes.ts'

export const BRAND = 'contact@fleursduport.test'
export const RECEIVED_AT = Date.parse('2026-03-02T08:00:05Z')

/** A mail as its receipt, as if a poll had just brought it. */
export const mailOf = async (source: string | Uint8Array, over: Partial<Mail> = {}): Promise<Mail> => {
  const bytes = typeof source === 'string' ? Buffer.from(source.replaceAll(/\r?\n/g, '\r\n')) : source
  const parsed = await parseMail(bytes, true)
  const place = { folder: 'inbox' as const, uid: 1, uidValidity: '1', receivedAt: RECEIVED_AT, size: bytes.length }
  const evidence = { base64: '', whole: false }
  return {
    kind: 'mail',
    v: 1,
    ...place,
    source: evidence,
    ...parsed,
    root: rootName(parsed.id),
    twin: false,
    oversize: false,
    ...over,
  }
}

/** What happened, by one mail; sound whatever the mail. */
export const readMail = async (source: string | Uint8Array, over: Partial<Mail> = {}): Promise<Activity> => {
  const activities = read({ body: await mailOf(source, over) }, { externalId: BRAND })
  checkActivities(activities)
  const [activity] = activities
  if (activity === undefined) throw new Error('nothing was read')
  return activity
}
