/** What a server answered, or how it failed to; everything else is decided from this. */
export type Answer =
  | { kind: 'answer'; data: unknown }
  /** It answered with a failure. `error` is its name for it, empty when the body was not the protocol's (a proxy's page). */
  | { kind: 'failure'; status: number; error: string; message: string; retryAt?: number }
  /** The request certainly never left. */
  | { kind: 'unsent'; detail: string; retryAt?: number }
  /** The request was written and nothing understandable came back: it may have been carried out. `garbled`: something did come. */
  | { kind: 'doubt'; detail: string; garbled?: true }
  /** The account cannot be signed in to: a person is needed. Nothing was written. */
  | { kind: 'signed-out'; reason: string; detail: string }

export type Trouble = Exclude<Answer, { kind: 'answer' }>

export const isFailure = (answer: Answer, ...errors: string[]): boolean =>
  answer.kind === 'failure' && errors.includes(answer.error)

/** One sentence for the log and the screen; never the text of a message nor a token. */
export const tellTrouble = (trouble: Trouble): string =>
  trouble.kind === 'failure'
    ? `${trouble.status} ${trouble.error} ${trouble.message}`.trim().slice(0, 500)
    : trouble.detail.slice(0, 500)
