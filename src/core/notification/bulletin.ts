import type { Instant } from '#core/time.ts'

/** What is told outside the desk of a crisis: counts and codes, never a customer's words nor a colleague's (L4). */
export type Bulletin = {
  readonly id: string
  readonly kind: 'gravity' | 'over' | 'try'
  readonly brand: string
  /** One line, for a telephone; the rest stands below it. */
  readonly headline: string
  readonly lines: readonly string[]
  /** Where in the desk one acts. */
  readonly url: string
  readonly at: Instant
  /** For a machine: what the sentences say, as data. */
  readonly data: Readonly<Record<string, unknown>>
}

/** What each way needs besides its address. */
export type WayTarget = {
  readonly url: string
  /** Signs each message by Standard Webhooks. */
  readonly secret?: string
  /** The value of the `Authorization` header, for a gateway that asks for one. */
  readonly authorization?: string
  readonly chat?: string
  readonly numbers?: readonly string[]
}

export const WAY_SHAPES = ['standard', 'slack', 'teams', 'mattermost', 'telegram', 'sms'] as const
export type WayShape = (typeof WAY_SHAPES)[number]

/** Three parts of a long text message: more is cut by gateways, or paid for. */
const SMS_LETTERS = 420
const CHAT_LETTERS = 3_800

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const wholeOf = ({ brand, headline, lines, url }: Bulletin): string =>
  cut([`${brand}. ${headline}`, ...lines, url].join('\n'), CHAT_LETTERS)

const forSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const card = (bulletin: Bulletin) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: `${bulletin.brand}. ${bulletin.headline}`, weight: 'Bolder', wrap: true },
          ...bulletin.lines.map((text) => ({ type: 'TextBlock', text: cut(text, CHAT_LETTERS), wrap: true })),
        ],
        actions: [{ type: 'Action.OpenUrl', title: 'Vigie', url: bulletin.url }],
      },
    },
  ],
})

const bodies: { readonly [S in WayShape]: (bulletin: Bulletin, target: WayTarget) => unknown } = {
  // Standard Webhooks: a type, when, and the data.
  standard: ({ kind, at, brand, headline, url, data }) => ({
    type: `vigie.alert.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: { ...data, brand, text: headline, url },
  }),
  slack: (bulletin) => ({ text: forSlack(wholeOf(bulletin)) }),
  // A name that calls everybody in the room calls nobody.
  mattermost: (bulletin) => ({ text: wholeOf(bulletin).replaceAll('@', '@\u200b') }),
  teams: card,
  telegram: (bulletin, { chat = '' }) => ({
    chat_id: chat,
    text: wholeOf(bulletin),
    link_preview_options: { is_disabled: true },
  }),
  sms: ({ brand, headline, url }, { numbers = [] }) => ({
    textMessage: { text: `${cut(`${brand}. ${headline}`, SMS_LETTERS - url.length - 1)}\n${url}` },
    phoneNumbers: numbers,
  }),
}

/** The body that each kind of receiver publishes that it takes; nothing in it is markup that a receiver would obey (L4). */
export const bodyFor = (shape: WayShape, bulletin: Bulletin, target: WayTarget): string =>
  JSON.stringify(bodies[shape](bulletin, target))

/** Which particulars a way must have, and which it may not be without (L4). */
export const WAY_NEEDS: Readonly<Record<WayShape, readonly ('secret' | 'chat' | 'numbers')[]>> = {
  ...{ standard: ['secret'], slack: [], teams: [], mattermost: [] },
  ...{ telegram: ['chat'], sms: ['numbers'] },
}
