/** What words of the desk do, beside what they say. */
export const SPEECH_ACTS = [
  'greets-by-name',
  'thanks',
  'apologises',
  /** « C'est notre erreur », "we got this wrong". */
  'owns-up',
  /** Somebody has it in hand (C1). */
  'takes-charge',
  /** A day, an hour, a delay: when something will be done or said. */
  'gives-date',
  'invites-to-private',
  /** Says that it is done: refunded, delivered, sorted. */
  'states-done',
  /** What is known, what is not known yet. */
  'says-unknown',
  /** What people must do now: stop using it, bring it back, restart. */
  'gives-advice',
  /** « Ce compte n'est pas le nôtre. » */
  'disowns',
  'offers-gesture',
  'signs',
] as const
export type SpeechAct = (typeof SPEECH_ACTS)[number]
