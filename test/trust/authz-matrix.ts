import { randomUUID } from 'node:crypto'
import { contract } from '#contract/index.ts'
import { type Route, urlOf } from '#contract/route.ts'
import { permissions } from '#server/access/permissions.ts'
import type { Role } from '#server/db/schema.ts'
import { testDatabase } from '../database.ts'
import { openTestSite, type TestSite } from '../site.ts'
import { makeWorkspace, type Person } from '../workspace.ts'

const people: readonly [Person, Role][] = [
  ['maud', 'admin'],
  ['sarah', 'manager'],
  ['julien', 'validator'],
  ['aicha', 'agent'],
  ['tom', 'trainee'],
]

interface Caller {
  name: string
  /** Null for whoever has no session; `outside` for a member of another brand. */
  role: Role | 'outside' | null
  cookie: string | undefined
}

interface Verdict {
  status: number
  refused: string
}

/** Besides the contract: what is served by hand, under a permission all the same. */
const byHand: Record<string, Pick<Route, 'method' | 'path' | 'scope' | 'permission'>> = {
  readFile: { method: 'GET', path: '/files/:id', scope: 'workspace', permission: 'inbox.read' },
  readReportPage: { method: 'GET', path: '/incidents/:id/report.html', scope: 'workspace', permission: 'inbox.read' },
  readReportPdf: { method: 'GET', path: '/incidents/:id/report.pdf', scope: 'workspace', permission: 'inbox.read' },
  readCharterPage: {
    method: 'GET',
    path: '/charter/versions/:number/charter.html',
    scope: 'workspace',
    permission: 'charter.read',
  },
  readCharterPdf: {
    method: 'GET',
    path: '/charter/versions/:number/charter.pdf',
    scope: 'workspace',
    permission: 'charter.read',
  },
}

/** What the table says of a caller; null when it lets them in. */
const declared = (permission: string, { role }: Caller): Verdict | null => {
  if (permission === 'anyone') return null
  if (role === null) return { status: 401, refused: 'not-signed-in' }
  if (permission === 'member') return null
  if (role === 'outside') return { status: 404, refused: 'not-found' }
  const roles: readonly string[] = permissions[permission as keyof typeof permissions]
  return roles.includes(role) ? null : { status: 403, refused: 'not-allowed' }
}

const callersOf = async (site: TestSite, brand: Awaited<ReturnType<typeof makeWorkspace>>, other: typeof brand) => {
  const callers: Caller[] = [{ name: 'nobody', role: null, cookie: undefined }]
  for (const [person, role] of people)
    callers.push({ name: role, role, cookie: await site.cookieOf(brand.members[person]) })
  callers.push({ name: 'another brand’s admin', role: 'outside', cookie: await site.cookieOf(other.members.maud) })
  return callers
}

export interface Matrix {
  asked: number
  faults: string[]
}

/** Every route, asked by every kind of caller: what happens is what the permission table declares, and nothing else. */
export const runMatrix = async (): Promise<Matrix> => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const brand = await makeWorkspace(db.database)
  const other = await makeWorkspace(db.database, 'Voiles de Nantes')
  const callers = await callersOf(site, brand, other)
  const faults: string[] = []
  let asked = 0
  for (const [name, route] of Object.entries({ ...contract, ...byHand })) {
    // Signing out would end the caller's session before the next route.
    if (name === 'signOut') continue
    const url = urlOf(route, brand.workspaceId).replace(/:\w+/g, () => randomUUID())
    for (const caller of callers) {
      const expected = declared(route.permission, caller)
      const answer = await site.ask({
        method: route.method,
        url,
        cookie: caller.cookie,
        ...(route.method === 'POST' || route.method === 'PUT' ? { body: {} } : {}),
      })
      asked += 1
      const refused = answer.json()?.refused
      const shut = answer.statusCode === 401 || answer.statusCode === 403
      const found = `${answer.statusCode} ${refused ?? ''}`
      if (expected === null ? shut : answer.statusCode !== expected.status || refused !== expected.refused)
        faults.push(`${name} by ${caller.name}: ${found}, declared ${expected === null ? 'open' : expected.status}`)
    }
  }
  return { asked, faults }
}
