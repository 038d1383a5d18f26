import { randomUUID } from 'node:crypto'
import type { Database } from '#server/db/database.ts'
import type { Role } from '#server/db/schema.ts'

const people = {
  maud: { name: 'Maud Le Goff', role: 'admin' },
  sarah: { name: 'Sarah Duval', role: 'manager' },
  julien: { name: 'Julien Tessier', role: 'validator' },
  aicha: { name: 'Aïcha Morel', role: 'agent' },
  tom: { name: 'Tom Rivière', role: 'trainee' },
} as const satisfies Record<string, { name: string; role: Role }>

export type Person = keyof typeof people
export type TestWorkspace = { workspaceId: string; members: Record<Person, string> }

const now = new Date('2026-03-02T09:00:00Z')

/** Fleurs du Port, a florist in Nantes, with one member for each role. Several may be made in one database. */
export const makeWorkspace = async ({ app }: Database, name = 'Fleurs du Port'): Promise<TestWorkspace> => {
  const workspaceId = randomUUID()
  const members = {
    maud: randomUUID(),
    sarah: randomUUID(),
    julien: randomUUID(),
    aicha: randomUUID(),
    tom: randomUUID(),
  } satisfies Record<Person, string>
  // Stories about other things need no telephone; those about the second factor ask for it again.
  await app
    .insertInto('workspaces')
    .values({ id: workspaceId, name, slug: workspaceId, second_factor: 'off', created_at: now })
    .execute()
  const rows = Object.entries(people).map(([key, person]) => ({ id: members[key as Person], key, ...person }))
  await app
    .insertInto('members')
    .values(rows.map(({ id, key, name }) => ({ id, name, email: `${key}.${id}@fleurs-du-port.test`, created_at: now })))
    .execute()
  await app
    .insertInto('memberships')
    .values(rows.map(({ id, role }) => ({ workspace_id: workspaceId, member_id: id, role, created_at: now })))
    .execute()
  return { workspaceId, members }
}
