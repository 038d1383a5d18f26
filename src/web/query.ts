import { QueryClient, queryOptions } from '@tanstack/react-query'
import { api, isRefused, workspaceId } from './api.ts'

/** Answers are replaced whole: comparing a queue of 100,000 rows with itself costs more than painting twenty of them. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      structuralSharing: false,
      retry: (count, error) => count < 2 && isRefused(error) && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: false,
    },
  },
})

/** A case, with when it was asked for: a draft typed since is newer than the one it brings. */
const readCase = async (id: string) => {
  const readAt = Date.now()
  return { ...(await api.readCase({ id })), readAt }
}

/** What each screen reads. The brand is part of every key: two brands never share an answer. */
export const queries = {
  session: () => queryOptions({ queryKey: ['session'], queryFn: () => api.readSession(), staleTime: 300_000 }),
  accounts: () => queryOptions({ queryKey: [workspaceId(), 'accounts'], queryFn: () => api.listAccounts() }),
  members: () => queryOptions({ queryKey: [workspaceId(), 'members'], queryFn: () => api.listMembers() }),
  autonomy: () => queryOptions({ queryKey: [workspaceId(), 'autonomy'], queryFn: () => api.listAutonomy() }),
  departments: () => queryOptions({ queryKey: [workspaceId(), 'departments'], queryFn: () => api.listDepartments() }),
  routing: () => queryOptions({ queryKey: [workspaceId(), 'routing'], queryFn: () => api.readRouting() }),
  labels: () => queryOptions({ queryKey: [workspaceId(), 'labels'], queryFn: () => api.listLabels() }),
  views: () => queryOptions({ queryKey: [workspaceId(), 'views'], queryFn: () => api.listViews() }),
  workspace: () => queryOptions({ queryKey: [workspaceId(), 'workspace'], queryFn: () => api.readWorkspace() }),
  speech: () => queryOptions({ queryKey: [workspaceId(), 'speech'], queryFn: () => api.readSpeech() }),
  alerts: () => queryOptions({ queryKey: [workspaceId(), 'alerts'], queryFn: () => api.readAlerts() }),
  incidents: () => queryOptions({ queryKey: [workspaceId(), 'incidents'], queryFn: () => api.listIncidents() }),
  promises: () => queryOptions({ queryKey: [workspaceId(), 'promises'], queryFn: () => api.readPromises() }),
  channels: () => queryOptions({ queryKey: [workspaceId(), 'channels'], queryFn: () => api.listChannels() }),
  connectors: () => queryOptions({ queryKey: [workspaceId(), 'connectors'], queryFn: () => api.listConnectors() }),
  approvals: () => queryOptions({ queryKey: [workspaceId(), 'approvals'], queryFn: () => api.listApprovals() }),
  unsettled: () => queryOptions({ queryKey: [workspaceId(), 'unsettled'], queryFn: () => api.listUnsettled() }),
  notifications: () =>
    queryOptions({ queryKey: [workspaceId(), 'notifications'], queryFn: () => api.listNotifications() }),
  case: (id: string) => queryOptions({ queryKey: [workspaceId(), 'case', id], queryFn: () => readCase(id) }),
  caseFile: (id: string) =>
    queryOptions({ queryKey: [workspaceId(), 'case-file', id], queryFn: () => api.readCaseFile({ id }) }),
  privateWay: (id: string) =>
    queryOptions({
      queryKey: [workspaceId(), 'private-way', id],
      queryFn: () => api.readPrivateWay({ id }),
      staleTime: 120_000,
    }),
  checks: (id: string) =>
    queryOptions({ queryKey: [workspaceId(), 'checks', id], queryFn: () => api.listChecks({ id }) }),
  timeline: (id: string) =>
    queryOptions({ queryKey: [workspaceId(), 'timeline', id], queryFn: () => api.readTimeline({ id }) }),
}
