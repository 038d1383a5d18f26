import type { Connected, ConnectionField } from '../connector.ts'
import { keyOf, newSecret } from './signature.ts'

export const fields: ConnectionField[] = [
  {
    name: 'name',
    label: { fr: 'Nom de la source', en: 'Name of the source' },
    hint: { fr: 'Par exemple : Forum d’entraide', en: 'For example: Help forum' },
    kind: 'text',
    required: true,
  },
  {
    name: 'replyUrl',
    label: { fr: 'Adresse où envoyer les réponses', en: 'Address to send replies to' },
    hint: {
      fr: 'Laissez vide pour écouter seulement. La source doit répondre {"id": "…"}.',
      en: 'Leave empty to listen only. The source must answer {"id": "…"}.',
    },
    kind: 'url',
    required: false,
  },
  {
    name: 'secret',
    label: { fr: 'Secret de signature', en: 'Signing secret' },
    hint: {
      fr: 'Laissez vide : il sera créé et montré une seule fois. Sinon, whsec_ suivi de 24 à 64 octets en base64.',
      en: 'Leave empty: it is created and shown once. Otherwise whsec_ and 24 to 64 bytes in base64.',
    },
    kind: 'secret',
    required: false,
  },
  {
    name: 'previousSecret',
    label: { fr: 'Secret précédent, encore accepté', en: 'Previous secret, still accepted' },
    hint: { fr: 'Le temps que la source passe au nouveau.', en: 'Until the source uses the new one.' },
    kind: 'secret',
    required: false,
  },
]

const MOST_NAME = 80

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const refused = (reason: string, detail: string): Connected => ({ kind: 'refused', reason, detail })

const isReplyUrl = (written: string): boolean => {
  if (!URL.canParse(written)) return false
  const { protocol, username, password, hash } = new URL(written)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === ''
}

/** A source is one that holds the secret: it is made here and shown once, or brought by a source that makes its own. */
export const connect = async (credentials: Record<string, string>): Promise<Connected> => {
  const name = (credentials.name ?? '').trim()
  const replyUrl = (credentials.replyUrl ?? '').trim()
  const slug = slugOf(name)
  if (slug === '' || name.length > MOST_NAME) return refused('bad-name', 'give the source a name of letters or digits')
  if (replyUrl !== '' && !isReplyUrl(replyUrl))
    return refused('bad-reply-url', 'the address for replies is not a web address')
  const [brought, previous] = [credentials.secret, credentials.previousSecret].map((secret) => (secret ?? '').trim())
  for (const secret of [brought, previous]) {
    if (secret && !keyOf(secret)) return refused('bad-secret', 'a secret is whsec_ and 24 to 64 bytes in base64')
  }
  const secret = brought || newSecret()
  return {
    kind: 'connected',
    account: { externalId: slug, handle: slug, displayName: name },
    secret: { secrets: previous ? [secret, previous] : [secret] },
    settings: replyUrl === '' ? {} : { replyUrl },
    ...(brought ? {} : { reveal: { secret } }),
  }
}
