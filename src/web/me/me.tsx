import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { api, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { meSections } from '../settings/sections.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { Look } from './look.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'
import { ShortcutKeys } from './shortcut-keys.tsx'
import '../settings/settings.css'

const SecondFactor = lazy(() => import('../second-factor/second-factor.tsx').then((m) => ({ default: m.SecondFactor })))

const Notices = lazy(() => import('../notices/notices.tsx').then((m) => ({ default: m.Notices })))

/** One's own desk: how it looks, which keys it answers to, where one is signed in. */
export function Me() {
  const w = useWords()
  const { me } = useDesk()
  const navigate = useNavigate()
  const { section = 'look' } = useSearch({ from: '/w/$workspace/me' })
  const signOut = async () => {
    await api.signOut().catch(() => undefined)
    queryClient.clear()
    await navigate({ to: '/sign-in', search: {} })
  }
  return (
    <Page
      title={me.name}
      answer={w.me.answers[section]}
      acts={<Button onPress={() => void signOut()}>{w.me.signOut}</Button>}
    >
      <nav className="sections" aria-label={w.settings.sections}>
        {meSections.map((s) => (
          <Link
            key={s}
            to="/w/$workspace/me"
            params={{ workspace: workspaceId() }}
            search={{ section: s }}
            className={s === section ? 'here' : undefined}
            aria-current={s === section ? 'page' : undefined}
          >
            {w.me.names[s]}
          </Link>
        ))}
      </nav>
      {section === 'look' && <Look />}
      {section === 'notices' && (
        <Suspense>
          <Notices />
        </Suspense>
      )}
      {section === 'shortcuts' && <ShortcutKeys />}
      {section === 'sessions' && <Sessions />}
      {section === 'password' && <PasswordForm />}
      {section === 'security' && (
        <Suspense>
          <SecondFactor />
        </Suspense>
      )}
    </Page>
  )
}
