import { z } from 'zod'
import { topics } from '#core/triage/labels.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const storyShape = z.object({
  id,
  /** The words that tell it from everything else. */
  label: z.array(z.string()),
  topic: z.enum(topics).nullable(),
  beganAt: instant,
  lastAt: instant,
  count: z.number(),
  /** Different people; reckoned where they are many. */
  authors: z.number(),
  /** Followers of those who spoke of it. */
  reach: z.number(),
  negativeShare: z.number(),
  /** Its part of what is said in these hours. */
  share: z.number(),
  /** Heard in these hours, and usual for it: null where it is new. */
  heard: z.number(),
  times: z.number().nullable(),
  networks: z.array(z.object({ network: z.string(), count: z.number() })),
})
export type RadarStory = z.infer<typeof storyShape>

export const verbatimShape = z.object({
  messageId: id,
  caseId: id.nullable(),
  text: z.string(),
  author: z.string(),
  network: z.string(),
  at: instant,
  negative: z.boolean(),
})
export type VerbatimView = z.infer<typeof verbatimShape>

const habitShape = z.object({
  key: z.string(),
  name: z.string(),
  counted: z.number(),
  overMs: z.number(),
  usual: z.number(),
  times: z.number().nullable(),
  height: z.number(),
  learning: z.boolean(),
})

export const radarRoutes = {
  readRadar: route({
    method: 'GET',
    path: '/radar',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What rises against its own habit: stories, words, topics and networks; and what was said not to be ours.',
    input: nothing,
    output: z.object({
      /** Null: the radar has heard nothing yet. */
      heardAt: instant.nullable(),
      /** Until then nothing is called usual. */
      learningUntil: instant.nullable(),
      stories: z.array(storyShape),
      phrases: z.array(z.object({ phrase: z.string(), heard: z.number(), times: z.number().nullable() })),
      topics: z.array(habitShape),
      networks: z.array(habitShape),
      mutes: z.array(
        z.object({
          id,
          words: z.array(z.string()),
          because: z.string(),
          by: memberRef,
          at: instant,
          keptOut: z.number(),
          ended: z.object({ by: memberRef, at: instant }).nullable(),
        }),
      ),
    }),
  }),
  readStory: route({
    method: 'GET',
    path: '/radar/:id',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What people say of one story, in their own words; copies of a message stand for one.',
    input: z.strictObject({ id }),
    output: z.object({
      verbatims: z.array(verbatimShape),
    }),
  }),
  muteStory: route({
    method: 'POST',
    path: '/radar/:id/mute',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Says that a subject is not ours: what is about it is kept out of the radar, and counted, until somebody ends that.',
    input: z.strictObject({ id, because: z.string().trim().max(300) }),
    output: done,
  }),
  endMute: route({
    method: 'DELETE',
    path: '/radar/mutes/:id',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Hears a subject again; who had muted it and why stays on record.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
export type RadarView = z.output<typeof radarRoutes.readRadar.output>
