/** The codes of the doctrine that the guard can speak for, and five technical ones. */
export type RuleCode =
  | 'G1'
  | 'G2'
  | 'G3'
  | 'G4'
  | 'G5'
  | 'G6'
  | 'G7'
  | 'G8'
  | 'G9'
  | 'P1'
  | 'P2'
  | 'A4'
  | 'C3'
  | 'D2x'
  | 'H1'
  | 'link'
  | 'label'
  | 'length'
  | 'empty'

/** `block` keeps the words in, `approve` sends them to a validator first, `warn` lets them out after a second look. */
export type Severity = 'block' | 'approve' | 'warn'

/** What identifies a customer or tells about their life. */
export type DatumKind =
  | 'order'
  | 'account'
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'birth'
  | 'card'
  | 'bank'
  | 'paper'
  | 'login'
  | 'contact'
  | 'stay'
  | 'money'
  | 'health'
  | 'aid'
  | 'private-words'
  | 'something'

/** What a claim says has been done. */
export type ClaimKind = 'refund' | 'delivery' | 'replacement' | 'resolution' | 'owner' | 'request' | 'done'

/** Where the brand must not be committed by one person alone (G9). */
export type Ground = 'promise' | 'liability' | 'politics' | 'competitor' | 'advice' | 'reserved'

export type Tone = 'insult' | 'threat' | 'sarcasm' | 'condescension' | 'dismissal'

/** Stable keys of the explanations with what each needs to be told; `words/fr.ts` and `words/en.ts` must cover them all. */
export type Explanations = {
  'asks-personal-data': { readonly what: DatumKind; readonly asIfPrivate: boolean }
  'shows-personal-data': { readonly what: DatumKind; readonly customerWroteIt: boolean }
  'unkind-words': { readonly tone: Tone }
  'claim-without-fact': { readonly claim: ClaimKind; readonly known: 'requested' | 'nothing' }
  'no-private-way': { readonly surely: boolean }
  'private-way-closed': Record<never, never>
  'not-the-brands-account': { readonly account: string; readonly brand: string }
  'account-changed': { readonly account: string; readonly begunAs: string }
  'other-brand': { readonly name: string }
  'personal-voice': Record<never, never>
  'runs-down-our-own': Record<never, never>
  'blames-the-complaint': Record<never, never>
  'gesture-refused': {
    readonly why: 'not-settled' | 'none-allowed' | 'over-the-cap' | 'given-enough' | 'worth-unknown'
  }
  'slippery-ground': { readonly ground: Ground; readonly name: string }
  'set-phrases': { readonly like: 'administration' | 'advertising' }
  'copied-reply': Record<never, never>
  'no-signature': Record<never, never>
  'template-left': { readonly what: string }
  'buys-a-review': Record<never, never>
  'reserved-word': { readonly words: string; readonly instead: string }
  'paid-unlabelled': Record<never, never>
  'foreign-link': { readonly host: string }
  'too-long': {
    readonly used: number
    readonly max: number
    readonly unit: 'graphemes' | 'bytes' | 'characters' | 'weighted'
  }
  'may-not-be-said': {
    readonly state: 'unconfirmed' | 'forbidden'
    readonly what: 'words' | 'claim' | 'date'
    readonly says: string
  }
  'empty-draft': Record<never, never>
  'guard-failed': Record<never, never>
}

export type ExplanationCode = keyof Explanations

/** One thing to say about the draft, as a key and its parameters: the words are chosen where they are read. */
export type Explanation = {
  [K in ExplanationCode]: { readonly code: K; readonly params: Explanations[K] }
}[ExplanationCode]

/** Replaces `text.slice(start, end)`, in UTF-16 units of the draft as checked. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

export type FixLabel =
  | 'invite-to-private'
  | 'remove'
  | 'mask'
  | 'say-what-is-true'
  | 'say-it-courteously'
  | 'add-private-way'
  | 'offer-open-way'
  | 'cut'
  | 'switch-to-private'
  | 'say-what-the-charter-says'
  | 'sign'
  | 'say-it-is-paid'

/** One click: an edit of the text, or something that the composer does. */
export type Fix =
  | { readonly kind: 'edit'; readonly label: FixLabel; readonly edit: Edit }
  | { readonly kind: 'action'; readonly label: FixLabel; readonly action: 'switch-to-private' }

type Place = {
  readonly severity: Severity
  /** UTF-16 offsets into the text, on code point boundaries. */
  readonly start: number
  readonly end: number
  readonly fixes: readonly Fix[]
}

/** What a rule finds; the engine adds whose rule it is. */
export type Found = Place & Explanation
export type Finding = Found & {
  readonly rule: RuleCode
  /** Its writer holds it to be wrong of these words, and says why. */
  readonly contested?: { readonly words: string; readonly reason: string }
}
