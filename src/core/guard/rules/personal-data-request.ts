import { type DatumNamed, findDataNamed } from '../asking/data.ts'
import { findGovernors, type Governor } from '../asking/governor.ts'
import { type Places, readPlaces } from '../asking/place.ts'
import type { Found } from '../finding.ts'
import { inviteInstead, removeStretch, switchToPrivate } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { hasIn } from '../reading/marks.ts'
import { isNegative } from '../reading/mood.ts'
import { onceForEach } from '../reading/once.ts'
import { words } from '../reading/pattern.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'

const OUR_OWN = /\b(?:notre|nos|mon|ma|mes|our|my|leur|their)\s(?:\w+\s)?$/
const PLEASE = words(
  "svp|stp|s'il (?:vous|te) plait|please|pls|plz|pretty please|merci(?= ?[.!]| ?$)|et (?:c'est parti|on)|and (?:we|i)(?:'ll)?",
)
/** « avec votre numéro, je peux… » */
const WITH_IT_WE_CAN = /\b(?:avec|with|grace a|sans|without)\s(?:\w+\s){0,2}$/
const WE_CAN = words(
  '(?:je|on|nous) (?:peu[xt]|pouvons|pourr\\w+|retrouv\\w+|regard\\w+|verifi\\w+)|(?:difficile|impossible|complique)|on ne peut|je ne peux',
  "(?:i|we)(?:'ll| can| could|'d)? (?:be able|find|look|check|pull|can|sort|see)|(?:can't|cannot|hard to|unable|impossible)",
)
/** A negation right before the verb, or around it: « ne donnez jamais », « no need to share », « without posting ». */
const NEGATED_BEFORE =
  /(?:\b(?:ne|n'|pas|jamais|sans|ni|inutile|evite[rz]?|surtout|plutot que|au lieu de|never|don't|do not|not|without|avoid|rather than|instead of|no need|needn't|please don't|no)\b|n't)[^,;:.!?]{0,25}$/
const STILL_AN_ASK =
  /\b(?:n'hesite[zr]? pas a|hesite[zr]? pas a|ne manque[zr]? pas (?:de|a)|oublie[zr]? pas (?:de|d')?|don't (?:hesitate|forget) to|why (?:not|don't you)|could(?:n't)? you not)[^,;:.!?]{0,25}$/
const NEGATED_AFTER = /^[^,;:.!?]{0,12}\b(?:jamais|pas|rien|aucune?|plus)\b/
const ALWAYS_OPEN = 'asks-personal-data'

/** « vous avez reçu un mail » asks nothing, « vous avez un numéro ? » does. */
const ONLY_A_QUESTION =
  /^(?:vous (?:avez|auriez)|tu (?:as|aurais)|t'as|avez-vous|as-tu|what|which|whose|who|under|have you|do you|are there|quel|a quel|sur quel|sous quel|avec quel|de quel)/
const OF_YOURS = /\b(?:votre|vos|ton|tes|your|ur)\b[^,;]{0,30}$/
/** « Vos nom et date de naissance, nous vous l'éditons » */
const LEADS = /^\W*(?:(?:bonjour|hello|hi)[^,.!]{0,20}[,.!] ?)?(?:votre|vos|ton|ta|tes|your|ur)?\s?$/
const THEN_WE =
  /^(?:(?! (?:est|sont|a|ont|sera|is|are|was|were|has|have|will|can|reste|figure|se) )[^,;:.!?]){0,60}[,;]? ?(?:et |and |so |then )?\b(?:on|nous|je|j'|we|i|we'll|i'll|someone|quelqu'un|un collegue)\b/
const INDEFINITE = /\b(?:une?|an?|any|no|some|des)\s$/

const isNegated = (folded: string, sentence: Sentence, governor: Governor): boolean => {
  const before = folded.slice(sentence.start, governor.start)
  if (STILL_AN_ASK.test(before)) return false
  if (NEGATED_BEFORE.test(before)) return true
  return /\b(?:ne|n')\s?(?:\w+\s?){0,3}$/.test(before)
    ? true
    : NEGATED_AFTER.test(folded.slice(governor.end, sentence.end)) &&
        !/^(?:what|quel|which|c'est)/.test(folded.slice(governor.start))
}

/** The words that decide what happens to the datum: the nearest before it, else the nearest after it in its sentence. */
/** « votre numéro, vous pouvez le mettre là » */
const TAKES_IT_UP = /\b(?:le|la|les|l'|it|them|to|a|nous|us)\b/

const governorOf = (folded: string, governors: readonly Governor[], datum: DatumNamed): Governor | undefined => {
  let before: Governor | undefined
  for (const g of governors) if (g.start < datum.start && g.end <= datum.end) before = g
  return (
    before ??
    governors.find(
      (g) => g.start >= datum.end && (g.does !== 'ask' || TAKES_IT_UP.test(folded.slice(datum.end, g.end + 6))),
    )
  )
}

const isAsked = (
  draft: PreparedDraft,
  sentence: Sentence,
  governors: readonly Governor[],
  datum: DatumNamed,
  places: Places,
): boolean => {
  const { folded } = draft
  // « ticket 10267422 » shows a number, it does not want one.
  if (/^[ #:n°]{0,4}\d{3}/.test(folded.slice(datum.end))) return false
  if (OUR_OWN.test(folded.slice(Math.max(sentence.start, datum.start - 30), datum.start))) return false
  const governor = governorOf(folded, governors, datum)
  const before = folded.slice(sentence.start, datum.start)
  if (governor === undefined || (governor.start >= datum.end && governor.does !== 'ask' && governor.does !== 'erase')) {
    if (WITH_IT_WE_CAN.test(before) && hasIn(draft, WE_CAN, datum.end, sentence.end)) return true
    if (isNegative(draft, sentence.start, datum.start)) return false
    if (datum.kind === 'login' && !OF_YOURS.test(folded.slice(sentence.start, datum.end))) return false
    if (LEADS.test(before) && THEN_WE.test(folded.slice(datum.end, sentence.end))) return true
    return (
      (sentence.question && !INDEFINITE.test(before)) ||
      places.inPublic ||
      hasIn(draft, PLEASE, sentence.start, sentence.end)
    )
  }
  if (isNegated(folded, sentence, governor)) return false
  if (governor.start >= datum.end && isNegative(draft, sentence.start, datum.start)) return false
  if (governor.does === 'ask')
    return (
      sentence.question ||
      !ONLY_A_QUESTION.test(folded.slice(governor.start, governor.end)) ||
      governors.some((g) => g.does === 'ask' && g.end <= governor.start)
    )
  if (governor.does === 'self') return WITH_IT_WE_CAN.test(before) && hasIn(draft, WE_CAN, datum.end, sentence.end)
  return false
}

const SENDS_IT =
  /\b(?:envoi\w*|envoy\w*|mets|mettez|transmet\w*|donn\w+|gliss\w+|postez?|send|dm|drop|pop|message|email|share|pass)\b.{0,20}\b(?:le|la|les|ca|cela|tout|l'|it|them|that|those|this|over)\b|(?:-(?:le|la|les))\b|\bl'envo/
const BEGINS_PRIVATE =
  /^\W*(?:et |and |mais |but |plutot |idealement |bien sur |best |ideally |just )?(?:tout |all |ca |le tout |that )?(?:en|par|via|in|by|over)\b/
const NEXT_LOOK = 120

/** « Il nous faut votre numéro. Envoyez-le en privé. »: the next words may carry the ask out of the thread. */
const carriedOut = (draft: PreparedDraft, sentence: Sentence): boolean => {
  const end = Math.min(draft.folded.length, sentence.end + NEXT_LOOK)
  const next = draft.sentences.find((s) => s.start >= sentence.end)
  if (next === undefined) return false
  const text = draft.folded.slice(next.start, Math.min(end, next.end))
  const places = readPlaces(draft, next.start, next.end)
  if (places.inPublic) return false
  if (places.notInPublic) return true
  return places.inPrivate && (SENDS_IT.test(text) || BEGINS_PRIVATE.test(text))
}

const NEEDED_THERE = words(
  "faudra|aurons besoin|y (?:indiqu|precis|joign|ajout|mett)\\w*|(?:precis|indiqu|joign|ajout)\\w*[- ]y|we'll need|we will need|there with|include|have",
)
/** « Passez en privé. Il nous faudra votre numéro »: needed there, not asked here. */
const alreadyLedOut = (draft: PreparedDraft, sentence: Sentence): boolean => {
  const previous = draft.sentences.findLast((s) => s.end <= sentence.start)
  if (previous === undefined || sentence.question) return false
  if (!hasIn(draft, NEEDED_THERE, sentence.start, sentence.end)) return false
  return draft.privateWays.some((w) => w.goes === 'customer' && w.start >= previous.start && w.start < previous.end)
}

const findInSentence = (draft: PreparedDraft, sentence: Sentence, data: readonly DatumNamed[]): Found | undefined => {
  const places = readPlaces(draft, sentence.start, sentence.end)
  if (places.inPrivate && !places.inPublic) return undefined
  if (places.elsewhere && !places.inPublic) return undefined
  const governors = findGovernors(draft, sentence.start, sentence.end)
  const asked = data.filter((d) => isAsked(draft, sentence, governors, d, places))
  const first = asked[0]
  const last = asked.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (!places.inPublic && (carriedOut(draft, sentence) || alreadyLedOut(draft, sentence))) return undefined
  const governor = governorOf(draft.folded, governors, first)
  const start =
    governor !== undefined && governor.start < first.start && first.start - governor.end < 40
      ? governor.start
      : first.start
  const span = toOriginal(draft, start, last.end)
  return {
    code: ALWAYS_OPEN,
    params: { what: first.kind, asIfPrivate: places.inPrivate },
    severity: 'block',
    ...span,
    fixes: [...switchToPrivate(draft), ...inviteInstead(draft, sentence), removeStretch(draft, sentence)],
  }
}

/** Never asks a customer for personal information where everybody reads (G1). */
export const personalDataRequest: Rule = {
  code: 'G1',
  doctrine: 'G1',
  sentence: 'Never ask a customer for personal information in public.',
  appliesTo: (input) => input.audience === 'public',
  find: onceForEach((draft) => {
    const data = findDataNamed(draft)
    if (data.length === 0) return []
    const found: Found[] = []
    for (const sentence of draft.sentences) {
      const inside = data.filter((d) => d.start >= sentence.start && d.start < sentence.end)
      const one = inside.length === 0 ? undefined : findInSentence(draft, sentence, inside)
      if (one !== undefined) found.push(one)
    }
    return found
  }),
}
