import { randomUUID } from 'node:crypto'
import type { Fault, Held } from '#connectors/suite/rig.ts'
import { newSecret } from '#connectors/webhook/signature.ts'
import { startSource } from '#connectors/webhook/simulated-source.ts'
import { fr } from '../../src/web/words/fr.ts'
import { goTo } from './gestures.ts'
import type { Person } from './person.ts'

/** A forum of the brand's own, where customers say what a story needs them to say. */
export interface Forum extends AsyncDisposable {
  host: string
  /** Types its address and its secret into the desk's own screen. */
  connectThrough(person: Person): Promise<void>
  /** Somebody writes there; the forum hands it over, signed. Gives the id of the message. */
  says(name: string, text: string, more?: Record<string, unknown>): Promise<string>
  /** Hands over whatever this is, signed as it must be. */
  hands(payload: unknown): Promise<void>
  replies(): Held[]
  /** From now on each reply is met with this trouble, until it is well again. */
  fallIll(fault: Fault): void
  recover(): void
}

const handleOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

export const openForum = async (): Promise<Forum> => {
  const secret = newSecret()
  const source = await startSource(secret)
  let hookUrl = ''
  let trouble: Fault | null = null
  const stayIll = async (): Promise<void> => {
    while (trouble !== null) await source.arm(trouble)
  }
  const hands = async (payload: unknown): Promise<void> => {
    const { headers, raw } = source.tell(randomUUID(), payload, Date.now())
    const answer = await fetch(hookUrl, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), 'content-type': 'application/json' },
      body: new Uint8Array(raw),
    })
    if (!answer.ok) throw new Error(`the desk did not take the webhook: ${answer.status} ${await answer.text()}`)
  }
  return {
    host: source.host,
    async connectThrough({ page, call }) {
      await goTo(page, 'c', /channels/)
      await page
        .getByRole('button', { name: fr.channels.connect })
        .or(page.getByRole('link', { name: fr.channels.connect }))
        .click()
      await page.getByRole('button', { name: fr.channels.connectTo('Webhook') }).click()
      await page.getByLabel('Nom de la source').fill('Forum d’entraide')
      await page.getByLabel('Adresse où envoyer les réponses').fill(source.replyUrl)
      await page.getByLabel('Secret de signature').fill(secret)
      await page.getByRole('button', { name: fr.channels.connectYes, exact: true }).click()
      await page.locator('.channel', { hasText: 'Forum d’entraide' }).waitFor()
      const { channels } = await call.listChannels()
      hookUrl = channels.find(({ displayName }) => displayName === 'Forum d’entraide')?.hookUrl ?? ''
    },
    async says(name, text, more = {}) {
      const id = randomUUID()
      const author = { id: handleOf(name), handle: handleOf(name), name }
      const common = { type: 'message', id, conversation: `sujet-${id}`, author, audience: 'public', text }
      await hands({ ...common, sentAt: new Date().toISOString(), ...more })
      return id
    },
    hands,
    replies: () => [...source.replies.values()],
    fallIll(fault) {
      trouble = fault
      void stayIll()
    },
    recover() {
      trouble = null
    },
    [Symbol.asyncDispose]: source.close,
  }
}
