import { type Agent, request } from 'node:http'
import { keyOf, signatureOf } from '#connectors/webhook/signature.ts'

export interface SignedHook {
  id: string
  headers: Record<string, string>
  body: string
}

const crowd = ['Camille Roux', 'Noé Faure', 'Lucas Petit', 'Inès Bouvier']
const worries = [
  'Bonjour, ma commande devait arriver mardi et je n’ai toujours rien reçu. Que se passe-t-il ?',
  'Le bouquet est arrivé fané. Ce n’est pas ce que j’attendais pour l’anniversaire de ma mère.',
  'Toujours pas remboursée après trois semaines, vos collègues me promettent que c’est en cours.',
  'Merci pour votre accueil en boutique samedi, les pivoines tiennent encore !',
]

/** A mention as a source would sign it; `people` is how many different persons speak, `at` when it is signed, `text` what they all say. */
export const signHook = (
  secret: string,
  number: number,
  {
    people = 500,
    at = Date.now(),
    sentAt,
    text,
  }: { people?: number; at?: number; sentAt?: number; text?: string } = {},
): SignedHook => {
  const person = number % people
  const name = `${crowd[person % crowd.length]} ${person}`
  const body = JSON.stringify({
    type: 'message',
    id: `mention-${number}`,
    conversation: `thread-${number}`,
    author: { id: `person-${person}`, handle: `person${person}`, name, url: `https://forum.example/u/${person}` },
    audience: 'public',
    text: text ?? `${worries[number % worries.length]} (n° ${number})`,
    sentAt: new Date(sentAt ?? at).toISOString(),
    permalink: `https://forum.example/t/${number}`,
  })
  const id = `hook-${number}`
  const seconds = Math.floor(at / 1000)
  const key = keyOf(secret)
  if (key === null) throw new Error('not a signing secret')
  return {
    id,
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(key, id, seconds, body),
    },
  }
}

/** The status of one attempt; 0 when the desk did not answer in time. */
export const postHook = (
  agent: Agent,
  url: string,
  { headers, body }: SignedHook,
  patienceMs: number,
): Promise<number> =>
  new Promise((resolve) => {
    const asked = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    })
    asked.setTimeout(patienceMs, () => asked.destroy())
    asked.on('error', () => resolve(0))
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', () => resolve(0))
    })
    asked.end(body)
  })
