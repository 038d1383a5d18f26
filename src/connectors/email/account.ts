import type { OpenAccount, Tools } from '../connector.ts'
import { type Secret, type Settings, secretSchema, settingsSchema } from './secret.ts'

/** One mailbox of the brand, with everything that is needed to read it and to write from it. */
export interface Account extends Secret, Settings {
  /** Lower case: nobody's mailbox depends on capitals. */
  address: string
  tools: Tools
}

export const accountOf = ({ externalId, secret, settings }: OpenAccount, tools: Tools): Account => ({
  ...secretSchema.parse(secret),
  ...settingsSchema.parse(settings),
  address: externalId,
  tools,
})

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
