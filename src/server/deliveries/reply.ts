/** Words that a member gives to the desk to be sent, as the screen knew them. */
export interface Reply {
  id: string
  deliveryId: string
  audience: 'public' | 'private'
  text: string
  accountId: string
  seenMark: string
  despiteNews?: boolean | undefined
  resolveAfter?: boolean | undefined
  urgent?: boolean | undefined
}
