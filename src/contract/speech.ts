import { z } from 'zod'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

/** One press that stops every outgoing word of the brand, and the way back. */
export const speechRoutes = {
  readSpeech: route({
    method: 'GET',
    path: '/speech',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Whether the brand speaks; if not, who stopped it and when, and what may have left at that moment.',
    input: nothing,
    output: z.object({
      stopped: z
        .object({
          at: instant,
          by: memberRef,
          leaving: z.array(z.object({ id, caseId: id, caseNumber: z.number(), state: z.string() })),
          /** Replies that wait for the release. */
          waiting: z.number(),
        })
        .nullable(),
    }),
  }),
  stopSpeech: route({
    method: 'POST',
    path: '/speech/stop',
    scope: 'workspace',
    permission: 'speech.stop',
    summary: 'Stops every outgoing word at once; the inbox goes on.',
    input: nothing,
    output: done,
  }),
  releaseSpeech: route({
    method: 'DELETE',
    path: '/speech/stop',
    scope: 'workspace',
    permission: 'speech.release',
    fresh: true,
    summary: 'Lets the brand speak again; what has waited too long asks first.',
    input: nothing,
    output: done,
  }),
}
export type SpeechView = z.output<typeof speechRoutes.readSpeech.output>
