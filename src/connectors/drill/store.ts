import {
  doorKey,
  type Entry,
  entryKey,
  goneKey,
  heardKey,
  hiddenKey,
  LAST_POST,
  type ShutDoor,
} from '#core/drill/mailbox.ts'
import type { Memory } from '../connector.ts'

export const findEntry = async (memory: Memory, key: string): Promise<Entry | undefined> =>
  ((await memory.get(entryKey(key))) ?? (await memory.get(heardKey(key)))) as Entry | undefined

export const doorOf = async (memory: Memory, personId: string): Promise<ShutDoor | null> =>
  ((await memory.get(doorKey(personId))) as ShutDoor | undefined) ?? null

export const lastPost = async (memory: Memory): Promise<number> =>
  ((await memory.get(LAST_POST)) as number | undefined) ?? 0

export const isGone = async (memory: Memory, messageId: string): Promise<boolean> =>
  (await memory.get(goneKey(messageId))) === true

export const isHidden = async (memory: Memory, messageId: string): Promise<boolean> =>
  (await memory.get(hiddenKey(messageId))) !== undefined
