import { useSyncExternalStore } from 'react'
import { workspaceId } from './api.ts'
import { followCases, openQueues, restartQueues } from './inbox/queues.ts'
import { queryClient } from './query.ts'
import { makeStale } from './stale.ts'

/** What the desk says of a change: the name of what happened and where, never the words. */
type LiveEvent = { readonly id: string; readonly name: string; readonly caseId: string | null }

export type Line = { readonly state: 'open' | 'lost'; readonly since: number }
let line: Line = { state: 'open', since: 0 }
const listeners = new Set<() => void>()
const setLine = (state: Line['state']) => {
  if (line.state === state) return
  line = { state, since: Date.now() }
  for (const listener of listeners) listener()
}
export const useLine = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => line,
  )

const readEvent = (event: MessageEvent<string>): LiveEvent | null => {
  try {
    const json: unknown = JSON.parse(event.data)
    if (typeof json !== 'object' || json === null || !('name' in json) || typeof json.name !== 'string') return null
    const caseId = 'caseId' in json && typeof json.caseId === 'string' ? json.caseId : null
    return { id: event.lastEventId, name: json.name, caseId }
  } catch {
    return null
  }
}

/** Which screens a kind of event makes stale, besides the case that it names. */
const concerned: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(channel|receipt)\./, ['channels', 'quarantine', 'accounts', 'horizon']],
  [/^(alert|channel)\./, ['alerts', 'notifications']],
  [/^(gravity|alert-way|alert-recipients)\./, ['alerts', 'alert-lists', 'notifications']],
  [/^situation-note\./, ['incident', 'incident-notes', 'notifications']],
  [/^incident\./, ['incidents', 'incident', 'alerts', 'notifications', 'case']],
  [/^outreach\./, ['incident']],
  [/^delivery\./, ['unsettled']],
  [/^(delivery|approval|(prepared-)?statement|incident)\./, ['statements']],
  [/^(note\.added|case\.assigned|case\.breached|delivery\.(refused|to-check|stale))$/, ['notifications']],
  // What a reader did with a reply is a line of its writer's record.
  [/^approval\./, ['approvals', 'approval', 'autonomy', 'notifications']],
  [/^(gesture|commitment|question)\./, ['notifications']],
  [/^(removal|message\.checked)/, ['removals', 'checks', 'notifications']],
  [/^(voucher|fact|commitment)\./, ['ambassadors']],
  [/^(outreach|orders|objection|delivery)\./, ['outreach', 'notifications']],
  [/^workspace\./, ['workspace']],
  [/^speech\./, ['speech']],
  [/^(promise|calendar)\./, ['promises']],
  [/^member\./, ['members', 'autonomy', 'rota']],
  [/^autonomy\./, ['autonomy', 'notifications']],
  [/^second-factor\./, ['second-factor-policy']],
  [/^routing\./, ['routing']],
  // One that closes takes its rules with it.
  [/^department\./, ['departments', 'routing', 'case-file']],
  [/^(shift|absence|rota|calendar|workspace)\./, ['rota', 'notifications']],
  [/^device\./, ['notification-settings']],
  [
    /^(speech\.stopped|channel\.needs-attention|message\.(published-outside|undelivered)|receipt\.quarantined)$/,
    ['notifications'],
  ],
  // A charter that comes into force settles what the guard of every open composer reads.
  [/^charter\./, ['charter', 'case', 'promises']],
  [/^(rule|finding|contest)\./, ['rules', 'contests', 'case', 'notifications']],
  [/^label\./, ['labels']],
  [/^radar\./, ['radar']],
  [/^drill\./, ['drill', 'drills', 'drill-console', 'notifications']],
  [/^digest\./, ['digest', 'notifications']],
]

let batch: LiveEvent[] = []
let scheduled = false
let horizonTimer: ReturnType<typeof setTimeout> | undefined

const refresh = (...key: string[]) => void makeStale(queryClient, [workspaceId(), ...key])
/** The strip counts everything: asked again at most every second and a half. */
const refreshHorizon = () => {
  if (horizonTimer !== undefined) return
  horizonTimer = setTimeout(() => {
    horizonTimer = undefined
    refresh('horizon')
  }, 1_500)
}

/** One frame, one pass over all that came meanwhile. Only what is on screen is read again; the rest becomes stale. */
const pass = () => {
  scheduled = false
  const events = batch
  batch = []
  const cases = new Set(events.flatMap((event) => event.caseId ?? []))
  const screens = new Set<string>()
  for (const [pattern, names] of concerned)
    if (events.some((event) => pattern.test(event.name))) for (const name of names) screens.add(name)
  if (cases.size > 0) {
    void followCases(cases)
    for (const id of cases) refresh('case', id)
    // Somebody who looks changes nothing of what is on file.
    const changed = new Set(events.flatMap(({ caseId, name }) => (name === 'presence.changed' ? [] : (caseId ?? []))))
    for (const id of changed) {
      refresh('timeline', id)
      refresh('case-file', id)
    }
    if (changed.size > 0) refreshHorizon()
  }
  for (const name of screens) refresh(name)
}
const schedule = () => {
  if (scheduled) return
  scheduled = true
  if (document.hidden) setTimeout(pass, 250)
  else requestAnimationFrame(pass)
}

const refreshSession = () => void queryClient.refetchQueries({ queryKey: ['session'] })

const hear = (event: LiveEvent) => {
  batch.push(event)
  schedule()
}

const FADE_MS = 45_000
/** A colleague whose machine died leaves without a word: rows that show someone are asked again before long. */
const askPresences = () => {
  const shown = openQueues().flatMap((queue) => queue.view().order.filter((id) => queue.row(id)?.presences.length))
  if (shown.length > 0 && !document.hidden) void followCases(shown.slice(0, 50))
}

/** One stream a browser: the tab that holds the lock listens, and tells the others. Returns what stops it. */
export const listen = (workspace: string): (() => void) => {
  const stop = new AbortController()
  const fading = setInterval(askPresences, FADE_MS)
  const others = new BroadcastChannel(`vigie-live-${workspace}`)
  others.onmessage = ({ data }: MessageEvent<LiveEvent | 'open' | 'lost' | 'again'>) => {
    if (data === 'again') restart()
    else if (data === 'open' || data === 'lost') setLine(data)
    else hear(data)
  }
  const restart = () => {
    restartQueues()
    refresh()
  }
  const openStream = () =>
    new Promise<void>((resolve) => {
      let source: EventSource | undefined
      let retry: ReturnType<typeof setTimeout> | undefined
      const say = (state: Line['state']) => {
        setLine(state)
        others.postMessage(state)
      }
      const again = () => {
        restart()
        others.postMessage('again')
      }
      const connect = (resumed: boolean) => {
        source = new EventSource(`/api/w/${workspace}/events`)
        source.onopen = () => {
          say('open')
          if (!resumed) again()
        }
        source.onmessage = receive
        // The session has ended: the next question to the desk leads to the door.
        source.addEventListener('end', () => {
          source?.close()
          refreshSession()
        })
        source.onerror = () => {
          say('lost')
          // A stream that the server refused does not come back by itself; a cut one does, with its Last-Event-ID.
          if (source?.readyState === EventSource.CLOSED) retry = setTimeout(() => connect(false), 5_000)
        }
      }
      const receive = (message: MessageEvent<string>) => {
        const event = readEvent(message)
        if (event === null || event.name === 'stream.opened') return
        if (event.name === 'stream.reset') return again()
        hear(event)
        others.postMessage(event)
      }
      connect(true)
      stop.signal.addEventListener('abort', () => {
        clearTimeout(retry)
        source?.close()
        resolve()
      })
    })
  if (navigator.locks === undefined) void openStream()
  else navigator.locks.request(`vigie-live-${workspace}`, { signal: stop.signal }, openStream).catch(() => undefined)
  return () => {
    stop.abort()
    clearInterval(fading)
    others.close()
    setLine('open')
  }
}
