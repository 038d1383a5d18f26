import type { ImapFlow, ListResponse } from 'imapflow'

export interface Folders {
  inbox: string
  sent: string | null
}

const isSelectable = ({ flags }: ListResponse): boolean => !flags.has('\\Noselect') && !flags.has('\\NonExistent')

export const listFolders = async (client: ImapFlow): Promise<ListResponse[]> =>
  (await client.list()).filter(isSelectable)

/** Where customers' mails arrive, and where the brand's own are kept: by the server's word, or by the usual names. */
export const findFolders = async (client: ImapFlow, folder: string): Promise<Folders> => {
  const sent = (await listFolders(client)).find(({ specialUse }) => specialUse === '\\Sent')
  return { inbox: folder, sent: sent?.path ?? null }
}

/** All folders in which a mail of ours may lie, the likely ones first: people and filters move mails about. */
export const foldersToSearch = async (client: ImapFlow, folder: string): Promise<string[]> => {
  const all = await listFolders(client)
  const likely = ['\\Sent', '\\All', '\\Junk', '\\Archive', '\\Trash']
  const rank = ({ path, specialUse }: ListResponse): number => {
    if (path === folder || path.toUpperCase() === 'INBOX') return 0
    const at = likely.indexOf(specialUse ?? '')
    return at < 0 ? likely.length + 1 : at + 1
  }
  return all
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 60)
    .map(({ path }) => path)
}
