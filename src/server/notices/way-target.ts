import type { WayTarget } from '#core/notification/bulletin.ts'
import type { Desk } from '#server/desk.ts'

/** Where a way's address and secret are sealed. */
const placeOf = (id: string): string => `alert_ways|target|${id}`

export const sealTarget = (desk: Pick<Desk, 'seal'>, id: string, target: WayTarget): Buffer =>
  desk.seal.seal('alert-way', placeOf(id), JSON.stringify(target))

export const openTarget = (desk: Pick<Desk, 'seal'>, id: string, sealed: Buffer): WayTarget =>
  JSON.parse(desk.seal.open('alert-way', placeOf(id), sealed))
