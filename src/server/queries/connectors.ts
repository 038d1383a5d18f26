import type { Desk } from '#server/desk.ts'

/** The networks that this desk can speak, what each was verified against, and what it asks to connect. */
export const listConnectors = async (desk: Desk) => ({
  connectors: [...desk.registry.values()].map(({ id, network, about, verified, fields, practice, profiles }) => ({
    id,
    network,
    about,
    verified,
    fields,
    practice: practice === true,
    declares: profiles === 'member-declares',
  })),
})
