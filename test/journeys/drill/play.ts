import type { Scenario } from '#core/drill/scenario.ts'
import type { Team } from '../../drill/play.ts'

/** Something that is done at the desk during a drill. Words that decide are typed and sent in the page. */
export type Deed =
  /** Types an answer in the composer and sends it. `asks`: it waits for a reader, and nobody reads it. */
  | { readonly do: 'type'; readonly to: string; readonly text: string; readonly asks?: true }
  /** Types what the guard holds in, and sees which words it is about. */
  | { readonly do: 'type-in-vain'; readonly to: string; readonly text: string; readonly held: string }
  | { readonly do: 'say'; readonly to: string; readonly audience: 'public' | 'private'; readonly text: string }
  /** Types a statement to everybody; a second person reads it. */
  | { readonly do: 'state'; readonly text: string }
  | { readonly do: 'state-in-vain'; readonly text: string }
  /** Answers everybody who is owed an answer by the team’s lines; those of the people named here are typed in the page. */
  | { readonly do: 'answer'; readonly typing?: readonly string[] }
  | {
      readonly do: 'ask'
      readonly department: string
      readonly about?: string
      readonly text: string
      /** What was asked for is written down in the case file (G4). */
      readonly notes?: 'refund'
    }
  | { readonly do: 'cell' }
  /** Everything that would go out is held in, and let go again by whoever may. */
  | { readonly do: 'pause' }
  | { readonly do: 'confirm'; readonly says: string }
  /** Takes the file that a department handed over, and tells those people before they write. */
  | { readonly do: 'tell-first'; readonly text: string }
  /** Reads in the page what somebody says now. */
  | { readonly do: 'see'; readonly from: string; readonly says: RegExp }

export type Beat = { readonly at: number; readonly deeds: readonly Deed[] }

export type Play = {
  readonly beats: readonly Beat[]
  /** Rules that the debrief names, each with words that it quotes or says. */
  readonly tells: readonly (readonly [code: string, says: RegExp])[]
}

/** One case of the trade, played twice by one trainee. */
export type Case = {
  readonly scenario: Scenario['id']
  readonly trainee: string
  readonly affair: string
  readonly team: Team
  readonly badly: Play
  /** At least so many out of 100. */
  readonly well: Play & { readonly least: number }
}

/** What a scripted team says to everybody, in order. */
export const statementsOf = ({ acts }: Team): readonly string[] =>
  acts.flatMap((act) => (act.kind === 'statement' ? [act.text] : []))

/** What it tells to many before they write. */
export const contactOf = ({ acts }: Team): string =>
  acts.flatMap((act) => (act.kind === 'contact' ? [act.text] : []))[0] ?? ''
