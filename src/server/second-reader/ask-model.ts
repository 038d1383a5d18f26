import { z } from 'zod'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import { ANSWER_SCHEMA, INSTRUCTION, wordsToRead } from '#core/triage/second-reading.ts'
import { type ModelAnswer, modelLabels } from './model-answer.ts'
import type { ServerPlace } from './model-place.ts'

const TIMEOUT_MS = 60_000
const MOST_BYTES = 64_000

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

const readContent = (content: string): ModelAnswer => {
  try {
    const read = modelLabels.safeParse(JSON.parse(content))
    return read.success ? { kind: 'read', labels: read.data } : { kind: 'no', reason: 'labels that do not exist' }
  } catch {
    return { kind: 'no', reason: 'no JSON' }
  }
}

/** Only the host that was configured may be on a private address, and it is visited as it was written. */
const doorTo = (url: string): typeof fetch =>
  makeSafeFetch({ allow: [new URL(url).host], timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, maxRedirects: 0 })

/** Asks a model what a message is, by the chat completions that OpenAI describes and local servers share. */
export const askModel = async (
  place: ServerPlace,
  words: { subject: string | null; text: string },
  signal?: AbortSignal,
): Promise<ModelAnswer> => {
  try {
    const answer = await doorTo(place.url)(`${place.url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(place.key === undefined ? {} : { authorization: `Bearer ${place.key}` }),
      },
      body: JSON.stringify({
        model: place.model,
        temperature: 0,
        messages: [
          { role: 'system', content: INSTRUCTION },
          { role: 'user', content: wordsToRead(words.subject, words.text) },
        ],
        response_format: { type: 'json_schema', json_schema: { name: 'message', strict: true, schema: ANSWER_SCHEMA } },
      }),
      ...(signal && { signal }),
    })
    if (!answer.ok) {
      const kind = answer.status === 429 || answer.status >= 500 ? 'later' : 'no'
      return { kind, reason: `answered ${answer.status}` }
    }
    const read = completion.safeParse(await answer.json().catch(() => null))
    return read.success
      ? readContent(read.data.choices[0]?.message.content ?? '')
      : { kind: 'no', reason: 'not a completion' }
  } catch (error) {
    return { kind: 'later', reason: error instanceof Error ? error.message : 'no answer' }
  }
}
