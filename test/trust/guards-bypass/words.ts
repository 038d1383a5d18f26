import type { Charter } from '#core/charter/charter.ts'
import type { RuleCode } from '#core/guard/finding.ts'

/** What must be on record before words may leave: nobody's approval, one person's, two people's; or nothing that could let them out. */
export type Need = 'nobody' | 'one' | 'two' | 'never'

export type Place = 'plain' | 'hook' | 'watched' | 'unspoken'

export interface Words {
  name: string
  text: string
  need: Need
  /** Found by a model, sure enough to ask for a reader or not: the record must say so either way. */
  warns?: RuleCode
  /** Only the strict charter minds them. */
  byCharter?: true
  /** Held in, and yet for a second person to let go where their writer contests it. */
  contestable?: true
  /** Where they are said; anywhere, if left out. */
  on?: Place
  audience?: 'private'
  /** The person is followed by many, or takes no private message; the words were begun under another account, or are sent under it. */
  about?: 'famous' | 'closed' | 'begun-elsewhere' | 'sent-elsewhere'
}

export const ADDRESS = 'bonjour@fleursduport.example'
const INVITES = `Écrivez-nous à ${ADDRESS}, je regarde cela avec vous.`
const say = (words: string): string => `Bonjour Noé, ${words} ${INVITES}`

export const GOOD: Words = { name: 'good', text: say('je suis désolée de cette attente.'), need: 'nobody' }
/** What may be said once the refund is in the file. */
export const PROVED: Words = { name: 'G4', text: say('vous avez été remboursé ce matin.'), need: 'never' }

/** For each rule of the guard, and each reason to wait, words that it must stop; literally, so that nothing here asks the guard itself. */
export const WORDS: readonly Words[] = [
  GOOD,
  { name: 'G1', text: say('donnez-nous ici votre numéro de commande.'), need: 'never' },
  { name: 'G1 disguised', text: say('donnez-nous ici votre nu\u200bméro de com\u200bmаnde.'), need: 'never' },
  { name: 'G2', text: say('nous vous rappelons au 06 12 34 56 78.'), need: 'never' },
  { name: 'G3', text: say('vous êtes ridicule, arrêtez vos bêtises.'), need: 'never', contestable: true },
  PROVED,
  { name: 'G4 private', text: 'Bonjour Noé, vous avez été remboursé.', need: 'never', audience: 'private' },
  {
    name: 'G5 voice',
    text: 'Je pars en vacances avec mon mari et mes enfants demain, trop hâte de quitter ce bureau.',
    need: 'nobody',
    warns: 'G5',
  },
  { name: 'G5 begun', text: say('je regarde ce qui s’est passé.'), need: 'never', about: 'begun-elsewhere' },
  { name: 'G5 sent', text: say('je regarde où en est la livraison.'), need: 'never', about: 'sent-elsewhere' },
  { name: 'G5 brand', text: say('passez donc au Café du Quai.'), need: 'one', byCharter: true },
  {
    name: 'G6',
    text: say('nos livreurs sont des incapables et notre ville est invivable.'),
    need: 'nobody',
    warns: 'G6',
  },
  {
    name: 'G7',
    text: say('au lieu de vous plaindre publiquement, vous auriez pu nous appeler.'),
    need: 'nobody',
    warns: 'G7',
  },
  { name: 'G8', text: say('nous vous offrons un bon d’achat de 20 €.'), need: 'one' },
  { name: 'G9', text: say('votre bouquet arrivera demain avant midi, c’est promis.'), need: 'one' },
  { name: 'G9 competitor', text: say('Roses Express ne fait pas mieux.'), need: 'one', byCharter: true },
  { name: 'G9 subject', text: say('après l’élection tout ira mieux.'), need: 'never', byCharter: true },
  { name: 'P1', text: 'Bonjour Noé, votre commande est bien perdue.', need: 'nobody', warns: 'P1' },
  {
    name: 'P2',
    text: 'Bonjour Noé, je regarde : écrivez-nous en message privé.',
    need: 'never',
    contestable: true,
    about: 'closed',
  },
  { name: 'A4', text: say('nous accusons réception de votre réclamation.'), need: 'nobody', warns: 'A4' },
  { name: 'A4 template', text: 'Bonjour {{prénom}}, écrivez-nous en message privé.', need: 'never', contestable: true },
  { name: 'D2x', text: say('si vous supprimez votre avis, nous vous offrons un bouquet.'), need: 'never' },
  { name: 'H1', text: say('les tulipes sont en chemin.'), need: 'never', byCharter: true },
  { name: 'H1 approve', text: say('regardez notre promotion.'), need: 'one', byCharter: true },
  { name: 'link', text: say('suivez-le ici : https://ailleurs.example/suivi.'), need: 'one', byCharter: true },
  { name: 'length', text: say('je regarde votre commande, '.repeat(16)), need: 'never', on: 'plain' },
  { name: 'empty', text: ' \u200b ', need: 'never' },
  { name: 'subject', text: say('le journaliste vous répondra.'), need: 'one', byCharter: true },
  { name: 'grave subject', text: say('nous prenons votre allergie au sérieux.'), need: 'two', byCharter: true },
  { name: 'amount', text: say('ce bouquet coûte 80 €.'), need: 'one', byCharter: true },
  { ...GOOD, name: 'reach', need: 'one', byCharter: true, about: 'famous' },
  { ...GOOD, name: 'account', need: 'one', byCharter: true, on: 'watched' },
  { ...GOOD, name: 'no autonomy', need: 'one', byCharter: true, on: 'unspoken' },
]

const LINES = ['agent', 'validator', 'manager'] as const

/** The charter that the words are tried against, and one that settles none of it. */
export const charters = (starter: Charter, watched: string): Record<'strict' | 'lax', Charter> => {
  const speaks = (connectors: readonly string[]): Charter['autonomy'] =>
    LINES.flatMap((role) =>
      connectors.map((connector) => ({ role, subject: '*', connector, upToCents: 5_000 as number | null })),
    )
  const common = { ...starter, signature: 'none' as const, goodwill: { allowed: false, capCents: 0, perYearCents: 0 } }
  const none = { reservedWords: [], reservedSubjects: [], sensitiveSubjects: [], competitors: [], otherBrands: [] }
  const waiting = { amountAboveCents: null, reachAbove: null, accountIds: [], escalateAt: 0.4 }
  return {
    lax: { ...common, ...none, ownHosts: [], autonomy: [], waiting },
    strict: {
      ...common,
      reservedWords: [
        { words: 'tulipe', severity: 'block' },
        { words: 'promotion', severity: 'approve' },
      ],
      reservedSubjects: [{ name: 'Politique', words: ['élection'], severity: 'block' }],
      sensitiveSubjects: [
        { name: 'Presse', words: ['journaliste'], approvers: 1 },
        { name: 'Allergie', words: ['allergie'], approvers: 2 },
      ],
      competitors: ['Roses Express'],
      otherBrands: ['Café du Quai'],
      ownHosts: ['fleursduport.example'],
      autonomy: speaks(['fake', 'webhook']),
      waiting: { ...waiting, amountAboveCents: 5_000, reachAbove: 50_000, accountIds: [watched] },
    },
  }
}
