import { checkDraft } from '#core/guard/check-draft.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import type { Language } from './temper.ts'

/** How a crowd reads an answer: a few coarse questions, as a person in a hurry would ask them. */

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').toLowerCase().trim()

const PRIVATE = [
  /\ben (message |messages )?prives?\b/,
  /\b(message|messagerie|conversation)s? prives?\b/,
  /\b(par|en|un|vos|nos|les) (mp|dm)s?\b/,
  /\b(dm|pm) (us|me)\b|\b(by|in|via|a|send us a|your) (dm|pm)\b/,
  /\b(private|direct) messages?\b|\bin private\b|\bprivately\b/,
  /\bpar (mail|e-?mail|telephone)\b|\bby (phone|e-?mail)\b/,
  /\b(appelez|ecrivez|contactez|joignez|rappelez)[- ]?(nous|moi)\b|\b(call|email|ring|write to) (us|me)\b/,
  /\b0\d([ .]?\d\d){4}\b/,
  /\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b/,
]
const NO_PRIVATE = /\b(pas|sans|ni) (de |d'|en |par )?(mp|dm|message prive|prive)\b|\bno (dm|pm)s?\b/

export const offersPrivateWay = (text: string): boolean => {
  const words = folded(text)
  return !NO_PRIVATE.test(words) && PRIVATE.some((pattern) => pattern.test(words))
}

/** What somebody who knows nothing of the case needs to judge the words alone. */
const wordsAlone = (text: string): GuardInput => ({
  text,
  audience: 'public',
  incoming: '',
  isFirstAnswer: false,
  facts: [],
  settled: false,
  privateWays: [],
  customer: {},
  brand: { name: '', account: '' },
  recentReplies: [],
})

/** Asks for what is nobody else's business: here the town is as strict as the desk's own guard (G1). */
export const asksForPersonalData = (text: string): boolean =>
  checkDraft(wordsAlone(text)).some(({ rule }) => rule === 'G1')

export const apologises = (text: string): boolean =>
  /\b(desolee?s?|navree?s?|excus\w+|pardon|regrett\w+|sorry|apolog\w+)\b/.test(folded(text))

export const thanks = (text: string): boolean =>
  /\b(merci|remerci\w+|thanks?|thank you|cheers|grateful)\b/.test(folded(text))

export const offersGesture = (text: string): boolean =>
  /\b(bon d'achat|code promo|reduction|remise|geste commercial|cheque cadeau|voucher|discount|gift card|store credit)\b|\d ?% (de|off|sur)\b/.test(
    folded(text),
  )

const RUDE =
  /\b(calmez[- ]vous|mauvaise foi|ridicule|n'importe quoi|idiot\w*|imbecile\w*|stupide\w*|debile\w*|menteu(r|se)s?|ferme[z-]|degage\w*|casse[- ]pieds|arretez de (raler|pleurer|vous plaindre)|calm down|stop (whining|complaining|moaning)|stupid|idiots?|moron\w*|shut up|liar|get a life|grow up|ridiculous)\b/
/** Insults, or shouts: capitals are for acronyms. */
export const isRude = (text: string): boolean =>
  RUDE.test(folded(text)) || /(\b\p{Lu}{4,}\b[^\p{L}]*){3,}|!{3,}/u.test(text)

export const blames = (text: string): boolean =>
  /\b(votre faute|vous auriez du|vous n'aviez qu'a|il fallait (lire|commander|verifier|nous)|vous n'avez pas (lu|verifie|respecte)|vous vous etes trompee?|your (own )?fault|you should have|you (didn't|did not) (read|check)|if you had read)\b/.test(
    folded(text),
  )

const DONE =
  /\b(a (bien )?ete|ont (bien )?ete|avez (bien |deja )*ete|est (bien |deja )*|c'est|sont (bien |deja )*) ?(rembourse|livre|regle|resolu|expedie|renvoye|fait|traite|parti|arrive)(e|s|es)?\b|\b(nous|on) (vous )?(l')?(avons|a) (bien |deja )*(rembourse|renvoye|regle|livre|expedie|resolu)(e|s|es)?\b|\b(has|have|was|were) (already )?(been )?(refunded|delivered|resolved|sorted|fixed|shipped|resent|dispatched)\b|\b(we|i)('ve| have) (already )?(refunded|sent|fixed|resolved|shipped|sorted)\b|\b(it's|it is|all) (all )?(sorted|fixed|done|resolved|on its way)\b/
const NOT_DONE =
  /\b(pas (encore|ete)|n'a pas|sera|seront|serez|des que|si |quand|lorsque|not (yet|been)|will be|once|if|when|as soon as|hasn't|haven't|wasn't)\b/

/** Says that the thing is done: refunded, delivered, sorted (G4). */
export const claimsDone = (text: string): boolean =>
  (text.match(/[^.!?\n]+/g) ?? []).some((sentence) => DONE.test(folded(sentence)) && !NOT_DONE.test(folded(sentence)))

const SET_PHRASES =
  /\b(accusons (bonne )?reception|votre demande a (bien )?ete (prise en compte|enregistree|transmise)|mettons tout en oeuvre|dans les (meilleurs|plus brefs) delais|chere? client(e)?\b|nous vous prions d'agreer|gene occasionnee|service competent|votre satisfaction est|value your feedback|any inconvenience|valued customer|your (request|query) has been|important to us|as soon as possible\. thank)\b/

/** Ready-made: a set phrase, or what somebody else was told already (A4). */
export const isCanned = (text: string, toldToOthers: readonly string[]): boolean => {
  const words = folded(text)
  return SET_PHRASES.test(words) || (words.length > 40 && toldToOthers.some((told) => likeness(told, words) > 0.8))
}

/** The share of words that two texts have in common; names and greetings aside, a copy is above 0.8. */
const likeness = (one: string, other: string): number => {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))]
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(1, Math.min(a.size, b.size))
}

const TELLTALE: Record<Language, RegExp> = {
  fr: /\b(bonjour|bonsoir|merci|vous|nous|votre|vos|est|les|des|une|pour|avec|pas|que|dans|sommes|je|oui|desole|en)\b/g,
  en: /\b(hello|hi|thanks?|you|your|the|is|are|we|our|for|with|not|that|this|have|sorry|yes|will|of|to)\b/g,
}

/** The language of an answer, when it shows. */
export const languageOf = (text: string): Language | null => {
  const words = folded(text)
  const [fr, en] = [words.match(TELLTALE.fr)?.length ?? 0, words.match(TELLTALE.en)?.length ?? 0]
  return Math.abs(fr - en) < 2 ? null : fr > en ? 'fr' : 'en'
}

const TELLS_WHEN =
  /\b\d{1,2} ?(h\d{0,2}|heures?|minutes|min|am|pm|o'clock)\b|\b\d{1,2}:\d\d\b|\b(midi|minuit|ce soir|demain|noon|tonight|tomorrow)\b/

/** How people who wait read what the brand tells everybody: it is not so, it says nothing, or it helps: when, or where to turn (C1, C3). */
export const readStatement = (text: string, toldBefore: readonly string[]): 'false' | 'hollow' | 'useful' => {
  // They wait: for them nothing is done. And nobody is calmed by being scolded, or asked for their papers.
  if (claimsDone(text) || isRude(text) || blames(text) || asksForPersonalData(text)) return 'false'
  if (isCanned(text, toldBefore)) return 'hollow'
  return TELLS_WHEN.test(folded(text)) || offersPrivateWay(text) ? 'useful' : 'hollow'
}

/** Whether there is anything in it: a figure, a yes, or a sentence. */
export const saysSomething = (text: string): boolean =>
  /\d|\b(oui|non|yes|no)\b/.test(folded(text)) || folded(text).length >= 35
