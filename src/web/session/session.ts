import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { SessionView } from '#contract/session.ts'
import type { Account } from '#contract/shapes.ts'
import { openWorkspace, workspaceId } from '../api.ts'
import { wearLook } from '../look.ts'
import { queries, queryClient } from '../query.ts'
import { speak } from '../words/words.ts'

export type Workspace = SessionView['workspaces'][number]

/** Takes a session that has just been opened or changed: language, theme and keys follow at once. */
export const wearSession = async (session: SessionView): Promise<void> => {
  queryClient.setQueryData(queries.session().queryKey, session)
  wearLook(session.member.preferences, session.member.language)
  await speak(session.member.language)
}

/** The desk that the address names; null when the member does not work for that brand. */
export const enterWorkspace = (session: SessionView, id: string): Workspace | null => {
  const workspace = session.workspaces.find((w) => w.id === id) ?? null
  if (workspace !== null) openWorkspace(workspace.id)
  return workspace
}

/** Who works, for which brand, with which permissions. */
export const useDesk = () => {
  const { data: session } = useSuspenseQuery(queries.session())
  const workspace = session.workspaces.find((w) => w.id === workspaceId())
  return {
    session,
    me: session.member,
    workspace,
    can: (permission: string) => workspace?.permissions.includes(permission) ?? false,
  }
}

const none: readonly Account[] = []

/** The accounts of the brand, by id. */
export const useAccounts = () => {
  const { data } = useQuery(queries.accounts())
  const accounts = data?.accounts ?? none
  return { accounts, account: (id: string) => accounts.find((a) => a.id === id) }
}
