import type { Act } from '#core/drill/act.ts'
import { debriefDrill } from '#core/drill/debrief/debrief-drill.ts'
import type { DrillLog } from '#core/drill/debrief.ts'
import type { Happening } from '#core/drill/happening.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import { beginDrill, type DrillState } from '#core/drill/state.ts'
import { stepDrill } from '#core/drill/step.ts'
import { MINUTE_MS } from '#core/time.ts'

/** An act without its id and its instant, at a minute of the scenario. */
type Distributive<T> = T extends unknown ? Omit<T, 'id' | 'at' | 'by'> : never
export type Planned = { readonly minute: number; readonly by?: string } & Distributive<Act>

/** A team as a script: what it does by itself, and what it answers to whom, how soon. */
export type Team = {
  readonly acts: readonly Planned[]
  /** Minutes that anybody waits for an answer; null: nobody is answered. */
  readonly answersAfter: number | null
  /** What each person is told, one after the other, in public and in private. */
  readonly answers: Readonly<
    Record<string, { readonly public?: readonly string[]; readonly private?: readonly string[] }>
  >
  /** Whoever is not named there. */
  readonly anybody: (name: string, nth: number) => string
}

const START = Date.UTC(2026, 7, 14, 7, 10)

type Waiting = { id: string; messageId: string; audience: 'public' | 'private' }

const waitingFor = (state: DrillState, minutes: number): Waiting[] =>
  Object.entries(state.people).flatMap(([id, { wait }]) =>
    wait?.owed && state.now - wait.since >= minutes * MINUTE_MS
      ? [{ id, messageId: wait.messageId, audience: wait.audience }]
      : [],
  )

/** Plays a scenario to its end with a team, minute by minute. */
export const play = (scenario: Scenario, team: Team, seed = 'a') => {
  let state = beginDrill(scenario, { id: 'drill', seed, startedAt: START })
  const happenings: Happening[] = []
  const acts: Act[] = []
  const told: Record<string, number> = {}
  for (let minute = 0; minute <= scenario.lasts + 1 && !state.over; minute++) {
    const now = START + minute * MINUTE_MS
    const planned = team.acts
      .filter((act) => act.minute === minute)
      .map(
        ({ minute: _, by = 'aicha', ...act }, nth): Act => ({ id: `act-${minute}-${nth}`, at: now, by, ...act }) as Act,
      )
    const replies = (team.answersAfter === null ? [] : waitingFor(state, team.answersAfter)).map((one): Act => {
      const { id, messageId, audience } = one
      const nth = told[`${id}/${audience}`] ?? 0
      told[`${id}/${audience}`] = nth + 1
      const lines = team.answers[id]?.[audience]
      const name = scenario.people.find((person) => person.id === id)?.name ?? ''
      const text = lines?.[nth] ?? team.anybody(name, nth)
      return { id: `reply-${minute}-${id}`, at: now, by: 'aicha', kind: 'reply', to: id, messageId, audience, text }
    })
    acts.push(...planned, ...replies)
    const step = stepDrill(scenario, state, now, [...planned, ...replies])
    state = step.state
    happenings.push(...step.happenings)
  }
  const log: DrillLog = { startedAt: START, endedAt: state.now, acts, happenings }
  return { state, log, debrief: debriefDrill(scenario, log) }
}

/** Does nothing at all. */
export const silent: Team = { acts: [], answersAfter: null, answers: {}, anybody: () => '' }

const CARING = [
  (who: string) =>
    `Bonjour ${who}, merci d’être revenu vers nous. Je regarde où cela en est et je vous le dis ici avant midi. Aïcha`,
  (who: string) =>
    `${who}, vous n’êtes pas oublié. Mon collègue du réseau vérifie de son côté, réponse promise à 11 h 45. Julien`,
  (who: string) =>
    `Pardon de vous faire attendre, ${who}. J’ai relancé à l’instant et je garde votre cas ouvert jusqu’à ce soir. Sarah`,
  (who: string) =>
    `${who}, un mot pour dire que je suis toujours là. Rien de neuf pour l’heure, prochain signe de ma part demain matin. Aïcha`,
]

/** What a caring team says to whoever its script did not foresee, never twice alike. */
export const caring = (name: string, nth: number): string =>
  (CARING[(nth + name.length) % CARING.length] ?? CARING[0])?.(name.split(' ')[0] ?? '') ?? ''
