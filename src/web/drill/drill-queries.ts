import { queryOptions } from '@tanstack/react-query'
import { api, workspaceId } from '../api.ts'

/** A drill moves by itself: what is shown of it is asked again while it does. */
const WHILE_IT_RUNS_MS = 2_000

export const drillsQuery = () =>
  queryOptions({ queryKey: [workspaceId(), 'drills'], queryFn: () => api.readDrills(), refetchInterval: 10_000 })

export const drillQuery = () =>
  queryOptions({
    queryKey: [workspaceId(), 'drill'],
    queryFn: () => api.readDrill(),
    refetchInterval: ({ state }) => (state.data?.state === 'over' ? false : WHILE_IT_RUNS_MS),
  })

export const consoleQuery = () =>
  queryOptions({
    queryKey: [workspaceId(), 'drill-console'],
    queryFn: () => api.readDrillConsole(),
    refetchInterval: WHILE_IT_RUNS_MS,
  })

export const debriefQuery = () =>
  queryOptions({ queryKey: [workspaceId(), 'drill-debrief'], queryFn: () => api.readDebrief(), staleTime: Infinity })
