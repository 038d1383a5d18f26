import { z } from 'zod'
import { findPostAddress, type PostAddress } from './addresses.ts'

const reference = z.object({
  uri: z
    .string()
    .max(900)
    .refine((uri) => findPostAddress(uri) !== null, 'not the address of a post'),
  cid: z.string().min(1).max(200),
})
export type PostReference = z.infer<typeof reference>

/** What is kept with each message so that it can be answered: itself, and the post that its thread hangs from. */
export const targetSchema = z.object({ uri: reference.shape.uri, cid: reference.shape.cid, root: reference })
export type Target = z.infer<typeof targetSchema>

export { reference as postReferenceSchema }

/** Addresses in a target have been checked by its schema. */
export const addressOf = ({ uri }: { uri: string }): PostAddress => {
  const address = findPostAddress(uri)
  if (!address) throw new Error('not the address of a post')
  return address
}
