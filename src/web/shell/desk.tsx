import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { workspaceId } from '../api.ts'
import { DrillBand } from '../drill/band.tsx'
import { useCommand } from '../keys/registry.ts'
import { listen } from '../live.ts'
import { openPanel, usePanel } from '../palette/panel.ts'
import { useDesk } from '../session/session.ts'
import { Silence } from '../speech/silence.tsx'
import { DialogHost } from '../ui/dialog-host.tsx'
import { Toast } from '../ui/toast.tsx'
import { undoLast, useDone } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { PhoneBar } from './phone-bar.tsx'
import { mayGo, type Place, places } from './places.ts'
import { Sidebar } from './sidebar.tsx'
import './desk.css'

const Focus = lazy(() => import('./focus.tsx').then((m) => ({ default: m.Focus })))
const Palette = lazy(() => import('../palette/palette.tsx').then((m) => ({ default: m.Palette })))
const Keymap = lazy(() => import('../palette/keymap.tsx').then((m) => ({ default: m.Keymap })))

const declareNow = async () => (await import('../crisis/declare.ts')).declareNow()

function GoTo({ place }: { place: Place }) {
  const navigate = useNavigate()
  useCommand(place.command, () => void navigate({ to: place.to, params: { workspace: workspaceId() }, search: {} }))
  return null
}

/** O, from anywhere: a cell for the surge that stands, in one act (C1, C4). */
function DeclareKey() {
  const { can } = useDesk()
  useCommand('declareIncident', () => void declareNow(), can('incident.declare'))
  return null
}

/** Z, while there is something to take back. */
function UndoKey() {
  const done = useDone()
  useCommand('undo', () => undoLast(), done?.undo != null)
  return null
}

/** The frame of every screen: places on the left, the screen, what was just done, and the keys that work everywhere. */
export function Desk() {
  const w = useWords()
  const panel = usePanel()
  const workspace = workspaceId()
  useEffect(() => listen(workspace), [workspace])
  const { can } = useDesk()
  useCommand('palette', () => openPanel('palette'))
  useCommand('keymap', () => openPanel('keymap'))
  return (
    <div className="desk" key={workspace}>
      <a className="skip" href="#main">
        {w.app.skip}
      </a>
      {places
        .filter((place) => mayGo(place, can))
        .map((place) => (
          <GoTo key={place.key} place={place} />
        ))}
      <DrillBand />
      <Silence />
      <Sidebar />
      <main id="main" className="screen" tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneBar />
      <DeclareKey />
      <UndoKey />
      <Toast />
      <DialogHost />
      <Suspense>
        <Focus />
      </Suspense>
      <Suspense>
        {panel === 'palette' && <Palette />}
        {panel === 'keymap' && <Keymap />}
      </Suspense>
    </div>
  )
}
