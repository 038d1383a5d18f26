import { fold } from '#core/guard/reading/fold.ts'
import type { Flag } from './labels.ts'
import type { MessageReading } from './read-message.ts'

/**
 * Somebody who is warned of is no happy customer, whatever the words (A1). Irony is not among them: it is read too often in honest praise
 * to tell anything there.
 */
const TROUBLED: readonly Flag[] = ['churn', 'legal', 'safety', 'abuse', 'influencer_threat']
/** What is read with less than this likelihood may be anything. */
const SURE = 0.7
/** Words after which the kind ones are taken back, folded. */
const TURN =
  /\b(?:mais|par contre|en revanche|cependant|toutefois|pourtant|neanmoins|malgre|sauf que|a part|hormis|bemol|dommage|helas|malheureusement|decus?|decues?|decevant|manque|ironie|lol|mdr|pfff*|but|however|though|although|yet|except|unfortunately|sadly|shame|pity|downside|despite|disappoint\w*|wish|no thanks|thanks for nothing|not|never|don'?t|didn'?t|isn'?t|wasn'?t|pas|jamais|rien|aucune?|sans)\b/
/** What went wrong, folded: kind words around it may be irony, and a person looks sooner. */
const TROUBLE =
  /\b(?:perd(?:u|ue|us|ues|re)|casse\w*|ecrase\w*|abime\w*|fane\w*|mort(?:e|s|es)?|pannes?|coupures?|retards?|attente|annule\w*|froide?s?|mois\w*|vides?|frais de|factur\w*|rupture|arnaque\w*|refus\w*|lost|los(?:e|ing)|broke\w*|crush\w*|dead|wilted|outages?|late|delay\w*|cancel\w*|cold|mou?ld\w*|raw|empty|missing|fees?|bills?|ruin\w*|refuse\w*|crash\w*|stuck|scam\w*|copy.?paste)\b/
/** « without fail », « nothing to complain about »: a denial that praises. */
const PRAISING_DENIAL =
  /\b(?:rien a (?:dire|redire)|sans (?:faute|probleme|souci|hesit\w+|attendre|reproche|doute)|aucun (?:souci|probleme|regret|doute)|jamais (?:decue?s?|vu|mange|goute)|pas (?:decue?s?|mal|de (?:souci|probleme))|not only|never (?:disappoint\w*|had a problem|better|fails?)|couldn'?t be (?:happier|better)|no (?:problem|fuss|issue)s?|can'?t fault)\b/g

/**
 * Praise or thanks and nothing else: no question, no complaint, no dispute, nothing that cannot wait, no « but ». In doubt it stays where
 * customers in trouble are answered first: a thank you that is answered soon does no harm, a complaint that waits does (A5, A1).
 */
export function isOnlyThanks(text: string, reading: MessageReading): boolean {
  const { intent, sentiment, urgent, personalDispute, flags } = reading
  if (intent.is !== 'praise' && intent.is !== 'thanks') return false
  if (intent.likely < SURE || sentiment.is === 'negative' || urgent.is || personalDispute.is) return false
  if (flags.some((flag) => TROUBLED.includes(flag.is))) return false
  return !hasTurn(text)
}

/** A question mark, a word that takes the kind ones back, or one that says what went wrong. */
function hasTurn(text: string): boolean {
  const { folded } = fold(text)
  return /[?؟]/u.test(folded) || TROUBLE.test(folded) || TURN.test(folded.replace(PRAISING_DENIAL, ' '))
}
