type Notice = {
  readonly kind: string
  readonly caseId: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** Where the thing is that somebody was told of: its incident, its message to many, its case; null where no screen is about it alone. */
export const whereIs = (workspace: string, { kind, caseId, data }: Notice) => {
  const params = { workspace }
  const { incidentId: incident } = data
  if (typeof incident === 'string')
    return kind.startsWith('outreach.')
      ? ({
          what: 'message',
          to: '/w/$workspace/incidents/$incident/outreach',
          params: { ...params, incident },
        } as const)
      : ({ what: 'cell', to: '/w/$workspace/crisis', params, search: { incident } } as const)
  if (caseId !== null)
    return { what: 'case', to: '/w/$workspace/inbox', params, search: { queue: 'all', case: caseId } } as const
  return kind.startsWith('alert.') ? ({ what: 'alert', to: '/w/$workspace/inbox', params, search: {} } as const) : null
}
