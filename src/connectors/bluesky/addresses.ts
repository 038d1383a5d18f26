/** The collection that posts live in. */
export const POSTS = 'app.bsky.feed.post'

export interface PostAddress {
  did: string
  recordKey: string
}

const POST_URI = /^at:\/\/(did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,300})\/app\.bsky\.feed\.post\/([A-Za-z0-9._:~-]{1,512})$/

const LONGEST = 900

export const postUri = ({ did, recordKey }: PostAddress): string => `at://${did}/${POSTS}/${recordKey}`

/** Whose post, and which; null when it is no post's address. */
export const findPostAddress = (uri: string): PostAddress | null => {
  if (uri.length > LONGEST) return null
  const [, did, recordKey] = POST_URI.exec(uri) ?? []
  return did !== undefined && recordKey !== undefined ? { did, recordKey } : null
}

/** By the account's number rather than its name: a handle may change hands, a link in a file must not. */
export const profileUrlOf = (did: string): string => `https://bsky.app/profile/${did}`

export const permalinkOf = ({ did, recordKey }: PostAddress): string => `${profileUrlOf(did)}/post/${recordKey}`

/** One customer's exchange in one thread. */
export const conversationKeyOf = (rootUri: string, customerDid: string): string => `${rootUri}|${customerDid}`
