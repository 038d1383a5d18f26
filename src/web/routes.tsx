import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { isRefused } from './api.ts'
import { readInboxSearch } from './inbox/filter.ts'
import { queries, queryClient } from './query.ts'
import { enterWorkspace, wearSession } from './session/session.ts'
import { meSections, settingsSections } from './settings/sections.ts'
import { Desk } from './shell/desk.tsx'
import { Trouble } from './shell/trouble.tsx'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The session, or the way to get one: a desk without an administrator is set up, another one is signed in to. */
const sessionOr = async (next: string) => {
  try {
    const known = queryClient.getQueryData(queries.session().queryKey)
    const session = known ?? (await queryClient.fetchQuery(queries.session()))
    if (known === undefined) await wearSession(session)
    return session
  } catch (error) {
    if (isRefused(error) && error.status === 401)
      throw redirect({ to: '/sign-in', search: next === '/' ? {} : { next } })
    throw error
  }
}

/** Trouble before there is a desk to show it in. */
function Alone({ error }: { error?: unknown }) {
  return (
    <main>
      <Trouble {...(error === undefined ? {} : { error })} />
    </main>
  )
}

const root = createRootRoute({ component: Outlet, errorComponent: Alone, notFoundComponent: () => <Alone /> })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const session = await sessionOr('/')
    const first = session.workspaces[0]
    if (first === undefined) throw redirect({ to: '/sign-in', search: {} })
    throw redirect({ to: '/w/$workspace/inbox', params: { workspace: first.id }, search: {} })
  },
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./first-run/set-up.tsx'), 'SetUp'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw): { next?: string } => {
    const next = text(raw.next)
    return next?.startsWith('/w/') ? { next } : {}
  },
  component: lazyRouteComponent(() => import('./session/sign-in.tsx'), 'SignIn'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./session/join.tsx'), 'Join'),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./session/reset.tsx'), 'Reset'),
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  beforeLoad: async ({ params, location }) => {
    const session = await sessionOr(location.href)
    if (enterWorkspace(session, params.workspace) === null) throw redirect({ to: '/' })
  },
  component: Desk,
})
const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox.tsx'), 'Inbox'),
})
const approvals = createRoute({
  getParentRoute: () => desk,
  path: '/approvals',
  validateSearch: (raw): { request?: string } => {
    const request = text(raw.request)
    return request === undefined ? {} : { request }
  },
  component: lazyRouteComponent(() => import('./approvals/approvals.tsx'), 'Approvals'),
})
const deliveries = createRoute({
  getParentRoute: () => desk,
  path: '/deliveries',
  component: lazyRouteComponent(() => import('./deliveries/deliveries.tsx'), 'Deliveries'),
})
const statements = createRoute({
  getParentRoute: () => desk,
  path: '/statements',
  component: lazyRouteComponent(() => import('./statements/statements.tsx'), 'Statements'),
})
const writeStatement = createRoute({
  getParentRoute: () => desk,
  path: '/statements/write',
  validateSearch: (raw): { incident?: string; follows?: string; prepared?: string } => {
    const [incident, follows, prepared] = [text(raw.incident), text(raw.follows), text(raw.prepared)]
    return { ...(incident && { incident }), ...(follows && { follows }), ...(prepared && { prepared }) }
  },
  component: lazyRouteComponent(() => import('./statements/write.tsx'), 'WriteStatement'),
})
const notifications = createRoute({
  getParentRoute: () => desk,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications/notifications.tsx'), 'Notifications'),
})
const radar = createRoute({
  getParentRoute: () => desk,
  path: '/radar',
  component: lazyRouteComponent(() => import('./radar/radar.tsx'), 'Radar'),
})
const digest = createRoute({
  getParentRoute: () => desk,
  path: '/digest',
  component: lazyRouteComponent(() => import('./digest/digest.tsx'), 'Digest'),
})
const channels = createRoute({
  getParentRoute: () => desk,
  path: '/channels',
  component: lazyRouteComponent(() => import('./channels/channels.tsx'), 'Channels'),
})
const connect = createRoute({
  getParentRoute: () => desk,
  path: '/channels/connect',
  validateSearch: (raw): { connector?: string; again?: string } => {
    const [connector, again] = [text(raw.connector), text(raw.again)]
    return { ...(connector === undefined ? {} : { connector }), ...(again === undefined ? {} : { again }) }
  },
  component: lazyRouteComponent(() => import('./channels/connect.tsx'), 'Connect'),
})
const crisis = createRoute({
  getParentRoute: () => desk,
  path: '/crisis',
  validateSearch: (raw): { incident?: string } => {
    const incident = text(raw.incident)
    return incident === undefined ? {} : { incident }
  },
  component: lazyRouteComponent(() => import('./crisis/crisis.tsx'), 'Crisis'),
})
const quarantine = createRoute({
  getParentRoute: () => desk,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('./quarantine/quarantine.tsx'), 'Quarantine'),
})
const journal = createRoute({
  getParentRoute: () => desk,
  path: '/journal',
  component: lazyRouteComponent(() => import('./journal/journal.tsx'), 'Journal'),
})
const moderation = createRoute({
  getParentRoute: () => desk,
  path: '/moderation',
  component: lazyRouteComponent(() => import('./moderation/moderation.tsx'), 'Moderation'),
})
const outreach = createRoute({
  getParentRoute: () => desk,
  path: '/incidents/$incident/outreach',
  component: lazyRouteComponent(() => import('./outreach/outreach.tsx'), 'Outreach'),
})
const ambassadors = createRoute({
  getParentRoute: () => desk,
  path: '/ambassadors',
  component: lazyRouteComponent(() => import('./ambassadors/ambassadors.tsx'), 'Ambassadors'),
})
const members = createRoute({
  getParentRoute: () => desk,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/members.tsx'), 'Members'),
})

const team = createRoute({
  getParentRoute: () => desk,
  path: '/team',
  component: lazyRouteComponent(() => import('./team/team.tsx'), 'Team'),
})
const charter = createRoute({
  getParentRoute: () => desk,
  path: '/charter',
  component: lazyRouteComponent(() => import('./charter/charter.tsx'), 'CharterScreen'),
})

const drill = createRoute({
  getParentRoute: () => desk,
  path: '/drill',
  component: lazyRouteComponent(() => import('./drill/drill.tsx'), 'DrillScreen'),
})

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  validateSearch: (raw): { section?: (typeof settingsSections)[number] } => {
    const section = settingsSections.find((known) => known === raw.section)
    return section === undefined ? {} : { section }
  },
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'Settings'),
})

const me = createRoute({
  getParentRoute: () => desk,
  path: '/me',
  validateSearch: (raw): { section?: (typeof meSections)[number] } => {
    const section = meSections.find((known) => known === raw.section)
    return section === undefined ? {} : { section }
  },
  component: lazyRouteComponent(() => import('./me/me.tsx'), 'Me'),
})
const welcome = createRoute({
  getParentRoute: () => desk,
  path: '/welcome',
  validateSearch: (raw): { step?: 'promise' | 'people' } => {
    const step = (['promise', 'people'] as const).find((known) => known === raw.step)
    return step === undefined ? {} : { step }
  },
  component: lazyRouteComponent(() => import('./first-run/welcome.tsx'), 'Welcome'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    setUp,
    signIn,
    join,
    reset,
    desk.addChildren([
      inbox,
      approvals,
      deliveries,
      statements,
      writeStatement,
      notifications,
      radar,
      digest,
      crisis,
      channels,
      connect,
      quarantine,
      team,
      members,
      moderation,
      outreach,
      ambassadors,
      journal,
      charter,
      drill,
      settings,
      me,
      welcome,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Trouble,
  defaultPendingMs: 200,
  scrollRestoration: false,
})

/** A session that ended elsewhere: whatever was asked, one signs in again and comes back to the same place. */
queryClient.getQueryCache().config.onError = (error) => {
  const { pathname, href } = router.state.location
  if (!isRefused(error) || error.status !== 401 || !pathname.startsWith('/w/')) return
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { next: href } })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
