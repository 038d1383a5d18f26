import { useQuery } from '@tanstack/react-query'
import type { PreparedView, StatementPostView, StatementView } from '#contract/statements.ts'
import { api, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'
import { keptSoFar } from './keep-unfinished.ts'

export const STATEMENTS = 'statements'
const key = (...parts: readonly string[]) => [workspaceId(), STATEMENTS, ...parts]

/** Whatever was said, given or prepared since: the screens of statements read it again. */
export const refreshStatements = () => queryClient.invalidateQueries({ queryKey: key() })

const none: readonly StatementView[] = []
const nothing: readonly PreparedView[] = []

/** Nobody writes that a post was read back: it is asked for, soon while it never was. */
const AGAIN_MS = { unread: 5_000, read: 30_000 }
const isUnread = ({ said, readBack }: StatementPostView): boolean => said !== null && readBack === null

export const useStatements = (incident?: string) => {
  const input = incident === undefined ? {} : { incident }
  const { data, isPending } = useQuery({
    queryKey: key('list', incident ?? ''),
    queryFn: () => api.listStatements(input),
    refetchInterval: ({ state }) =>
      state.data?.statements.some(({ posts }) => posts.some(isUnread)) ? AGAIN_MS.unread : AGAIN_MS.read,
  })
  return { statements: data?.statements ?? none, isPending }
}

export const useStatementDesk = (input: { incident?: string; follows?: string }) =>
  useQuery({
    queryKey: key('desk', input.incident ?? '', input.follows ?? ''),
    queryFn: async () => {
      await keptSoFar()
      return api.readStatementDesk(input)
    },
    // Each time that the page opens it shows what is kept now.
    gcTime: 0,
  }).data

export const usePrepared = () => {
  const { data, isPending } = useQuery({ queryKey: key('prepared'), queryFn: () => api.listPrepared() })
  return { prepared: data?.prepared ?? nothing, networks: data?.networks ?? [], guard: data?.guard ?? null, isPending }
}

/** Somebody must look: it waits to be read, came back, is in doubt, was refused, or cannot be seen any more. */
export const needsSomeone = ({ asked, delivery, readBack }: StatementPostView): boolean =>
  asked?.state === 'waiting' ||
  asked?.state === 'returned' ||
  readBack?.found === 'gone' ||
  ['refused', 'to-check', 'stale', 'unknown'].includes(delivery?.state ?? '')
