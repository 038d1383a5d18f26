import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import { AlertListsSection } from './alert-lists.tsx'
import { BrandForm } from './brand-form.tsx'
import { Hours } from './hours.tsx'
import { Labels } from './labels.tsx'
import { PrivateWays } from './private-ways.tsx'
import { Promises } from './promises.tsx'
import { SecondFactorPolicy } from './second-factor-policy.tsx'
import { settingsSections } from './sections.ts'
import { Systems } from './systems.tsx'
import './settings.css'

/** What is promised, when one is there, what is offered: one section at a time, its name in the address. */
export function Settings() {
  const w = useWords()
  const { can } = useDesk()
  const { section = 'promises' } = useSearch({ from: '/w/$workspace/settings' })
  const { data: workspace } = useQuery(queries.workspace())
  return (
    <Page title={w.places.settings} answer={can('settings.write') ? w.settings.answers[section] : w.settings.readOnly}>
      <nav className="sections" aria-label={w.settings.sections}>
        {settingsSections.map((s) => (
          <Link
            key={s}
            to="/w/$workspace/settings"
            params={{ workspace: workspaceId() }}
            search={{ section: s }}
            className={s === section ? 'here' : undefined}
            aria-current={s === section ? 'page' : undefined}
          >
            {w.settings.names[s]}
          </Link>
        ))}
      </nav>
      <fieldset className="settings-body" disabled={!can('settings.write') && section !== 'labels'}>
        <legend className="unseen">{w.settings.names[section]}</legend>
        {section === 'promises' && <Promises />}
        {section === 'hours' && <Hours />}
        {section === 'labels' && <Labels />}
        {section === 'systems' && <Systems />}
        {section === 'alerts' && <AlertListsSection />}
        {section === 'access' && <SecondFactorPolicy />}
        {section === 'brand' && workspace && <BrandForm key={workspace.id} workspace={workspace} />}
        {section === 'private-ways' && workspace && <PrivateWays key={workspace.id} workspace={workspace} />}
      </fieldset>
    </Page>
  )
}
