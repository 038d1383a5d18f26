import type { Contact } from './contact.ts'
import { findAll, has, type Match, words } from './pattern.ts'

const US = '(?:nous|moi|la|le|les|au|a|en|votre|notre|ton|sur|directement)'
const CHANNEL =
  '(?:mail|e-?mail|courriel|message|mot|dm|mp|note|line|sms|text|texto|appel|coup de (?:fil|telephone|tel))'

/** Ways of the brand that the public does not see, and the verbs that send the customer there. */
const PRIVATE_WAY = words(
  'mps?|dms?|pms?|pv|inbox|messages? (?:prive|direct)s?|(?<!passe de )messageries?(?: privee)?|en (?:toute )?(?:prive|discretion)|de vive voix',
  `(?:ecri(?:s|vez|re)|contact(?:ez|e|er)|joi(?:ndre|gnez|ns)|texto(?:ez|te)?)[- ](?!(?:la|le|les|votre|ton) (?:poste|transporteur|livreur|banque|prefecture|vendeur|fabricant|police|assurance|assureur|plateforme|marchand|constructeur|operateur|medecin|mutuelle|commercant)\\b)${US}`,
  "(?:nous|me|m') ?(?:contacter|ecrire|appeler|joindre|telephoner|passer un coup de fil)|(?:sur|via|par) (?:messenger|whatsapp|telegram|signal)",
  'messaging us|(?:calling|ringing|emailing|texting) (?:us|me)|can (?:we|i) (?:call|ring|phone|message|email|dm) you',
  `(?:appel(?:ez|le|er)|telephon(?:ez|e|er)|rappel(?:ez|le)(?!-(?:nous|moi) (?:votre|vos|ton|ta|tes|le|la|l'|quel)))[- ]?(?:nous|moi|${US} \\w+|\\w+ au)`,
  '(?:par|au) (?:telephone|mail|e-?mail|courriel)|(?:un )?(?:petit )?coup de (?:fil|telephone|tel)\\b|texto au|passe[rz]? un (?:coup|appel)',
  `(?:envoy(?:ez|er)|envoie|laiss(?:ez|e|er)|pass(?:ez|e|er)|fai(?:tes|s))[- ](?:nous|moi)? ?(?:donc )?(?:un|une) (?:petit |simple )?${CHANNEL}`,
  '(?:on|nous) (?:peut(?:-tu)?|pouvons)?[- ]?(?:en parle[rz]?|regle[r]? ca|parle[r]?) (?:en prive|au telephone)',
  "dms?['’]?|privately|in private|(?:private|direct) messages?|off (?:the )?thread",
  '(?:call|ring|phone|e-?mail|text|message|write to|write|ping|whatsapp|contact|reach|talk to) (?:us|me|our|the (?:team|shop|desk|branch|clinic|office|store|practice|hotel|box office))',
  '(?:give|gi) (?:us|me|\\w+) (?:a|your) (?:quick )?(?:call|ring|bell|buzz|shout)|(?:drop|send|shoot|pop) (?:us|me) (?:a|an|over a) (?:quick |little |private )?(?:line|note|message|dm|email|e-mail|pm)',
  '(?:by|over the|on the) (?:phone|e-?mail)|get in touch|reach out to us|message this page|in your (?:dms?|inbox|messages)',
)

/** The brand comes to the customer. */
const WE_COME = words(
  "(?:on|je|nous|il|elle|conseill\\w+|collegue) (?:vous|te|t'|l') ?(?:r?appel(?:le|ons|lera|lerai|lerons)|telephone|contacte(?:ra|rai|rons)?|ecri(?:t|s|vons|ra|rai|rons))",
  "(?:we'll|i'll|we will|we can|i can|someone will|to|can|will) (?:call|ring|phone|message|email|dm|reach) you(?: back)?",
)

const NOT_OURS =
  /\b(?:appel(?:ez|le) (?:la presse|la police|le 1\d|les pompiers|le 112)|formulaire|the form|web ?form|contact (?:form|page))\b/g

const DENIED_BEFORE = /(?:\b(?:pas|jamais|ni|no|not|never|don't|can't|plus|sans|aucune?)|n't)\s(?:\w+\s){0,4}$/
const POLITE_DENIAL =
  /\b(?:n'hesite[rz]?(?: surtout)? pas(?: a)?|hesite[zr]? pas a|pourquoi pas|why not|don't hesitate to|please don't .{0,40}\b(?:but|instead))\b/g

const denied = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - 40), at)
  const clause = before.slice(
    Math.max(before.lastIndexOf(','), before.lastIndexOf('.'), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1,
  )
  return has(
    DENIED_BEFORE,
    clause.replace(POLITE_DENIAL, (m) => ' '.repeat(m.length)),
  )
}

/** `customer`: they come to us; `brand`: we go to them. */
export type PrivateWayNamed = Match & { readonly goes: 'customer' | 'brand' }

/** Where the draft leads out of the public eye, in any words (P1); a form, a page or a third party does not count. */
export const findPrivateWays = (folded: string, contacts: readonly Contact[]): readonly PrivateWayNamed[] => {
  const outside = findAll(NOT_OURS, folded)
  const near = (m: Match) => outside.some((o) => o.start < m.end + 40 && o.end > m.start - 10)
  const invited = (m: Match) => !denied(folded, m.start) && !(/^(?:contact|reach|appel)/.test(m.text) && near(m))
  const written = contacts
    .filter((c) => c.kind === 'email' || c.kind === 'phone')
    .map((c) => ({ start: c.start, end: c.end, text: c.value }))
  return [
    ...[...findAll(PRIVATE_WAY, folded).filter(invited), ...written].map((m) => ({ ...m, goes: 'customer' as const })),
    ...findAll(WE_COME, folded)
      .filter(invited)
      .map((m) => ({ ...m, goes: 'brand' as const })),
  ].sort((a, b) => a.start - b.start)
}
