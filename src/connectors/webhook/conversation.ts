import type { Audience } from '#core/mention.ts'

/** One customer's exchange: the source's thread, the person in it, and whether others can read. */
export interface Exchange {
  audience: Audience
  conversation: string
  personId: string
}

export const keyOfExchange = ({ audience, conversation, personId }: Exchange): string =>
  [audience, ...[conversation, personId].map(encodeURIComponent)].join('/')

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

export const exchangeOf = (key: string): Exchange | null => {
  const [audience, ...parts] = key.split('/')
  const [conversation, personId, ...rest] = parts.map(decoded)
  if ((audience !== 'public' && audience !== 'private') || !conversation || !personId || rest.length > 0) return null
  return { audience, conversation, personId }
}
