import type { Desk } from '#server/desk.ts'

/** Of a drill nobody connects anything by hand. */
const offered = (desk: Desk) => [...desk.registry.values()].filter(({ drill }) => drill !== true)

/** The networks that this desk can speak, what each was verified against, and what it asks to connect. */
export const listConnectors = async (desk: Desk) => ({
  connectors: offered(desk).map(({ id, network, about, verified, fields, practice, profiles }) => ({
    id,
    network,
    about,
    verified,
    fields,
    practice: practice === true,
    declares: profiles === 'member-declares',
  })),
})
