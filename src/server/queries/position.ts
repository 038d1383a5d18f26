/** Where a page ended, as an opaque word in the answer; anything else than what we wrote counts as the beginning. */
export interface Position {
  sort: string
  id: string
}

export const encodePosition = (position: Position): string =>
  Buffer.from(`${position.sort}|${position.id}`).toString('base64url')

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SORT = /^$|^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/

export const decodePosition = (word: string | undefined): Position | null => {
  if (word === undefined) return null
  const [sort, id] = Buffer.from(word, 'base64url').toString('utf8').split('|')
  return sort !== undefined && id !== undefined && ID.test(id) && SORT.test(sort) ? { sort, id } : null
}
