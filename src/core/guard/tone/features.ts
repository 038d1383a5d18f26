import { findDataNamed } from '../asking/data.ts'
import { claimsOf } from '../claims/claims-of.ts'
import { weighSentences } from '../claims/likely.ts'
import { marksOf } from '../reading/marks.ts'
import { type WordList, words } from '../reading/pattern.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { weighCues } from './weigh-cues.ts'

/** What an answer to somebody unhappy usually holds, and what a retort holds instead. */
const SORRY = words(
  "desolee?s?|navree?s?|pardon|excus\\w*|regrett\\w*|on s'en veut|m'en veux|s'en excuse|plaid\\w+ coupable|par notre faute|notre (?:faute|erreur)|c'est (?:a|de) (?:nous|notre)|rate pour",
  'sorry|apolog\\w+|our (?:fault|mistake)|on us|hands up|hang our heads|gutted|got that (?:badly )?wrong|we owe you',
)
const FEELS = words(
  "compren\\w+|entend(?:u|s|ons)?|pas (?:normal|acceptable|cool|ok|une vie)|n'est pas (?:normal|acceptable|l'accueil)|inadmissible|aie|mince|zut|oups|oh non|penible|rageant|stressant|vexant|grave|dommage|honte|tristesse|deception|de trop|c'est (?:trop )?(?:long|enorme|dur)|vous avez raison|tu as raison|pas d'excuse|aucune excuse|il y a de quoi",
  "understand|hear you|you're right|you were right|fair (?:point|enough|question)|ouch|oh no|ugh|awful|rotten|horrible|horrid|maddening|frightening|scary|miserable|too (?:many|long|late|early)|deserve\\w*|shouldn't|should not|shouldn't have|stings?|hurts?|no (?:good|life|business)|not (?:okay|ok|what you|how we)|nobody (?:should|wants)|isn't (?:what|okay|on)|would (?:floor|worry|sting)",
)
const THANKS = words(
  "merci (?:de (?:nous|me|l'|prendre|le|votre retour)|pour (?:le|votre|ton|l') (?:signalement|retour|message|avis)|du signalement)|bienvenues?|preneurs?",
  'thanks for (?:telling|letting|flagging|the (?:nudge|heads))|thank you for|glad you',
)
const HELPS = words(
  "(?:on|nous|je|j') ?(?:vous |te |t'|l'|le |la |les |en |y |lui |s'en )*(?:regard\\w*|verifi\\w*|cherch\\w*|demel\\w*|corrig\\w*|repren\\w*|revoi\\w*|relit|relisons|recalcul\\w*|demand\\w*|appel\\w*|aid\\w*|propos\\w*|interrog\\w*|mont(?:e|ons)|guid\\w*|debloqu\\w*|retrouv\\w*|fouill\\w*|essai\\w*|remont\\w*|occup\\w*|pose la question|piste|redonne\\w*|en parle\\w*|relira)",
  "(?:we|i|we'll|i'll|we'd|we've|let's|kim|can|could|so) (?:\\w+ ){0,2}(?:look\\w*|check\\w*|fix\\w*|find|sort|chas\\w+|ask\\w*|put (?:it|that|this) right|help\\w*|see (?:what|why|where)|dig|trace|go (?:through|over)|read|test|pull|walk through|make it right|rebook|pick you|work on)",
)
const COME = words(
  'repass\\w*|passe[zr]?|revien\\w*|revene[zr]|ramen\\w*|vene[zr]|prevene[zr]|dites-nous|dis-nous|racont\\w+|demande[zr] \\w+|tu nous diras|consulte[zr]',
  'come (?:back|by|in|and)|pop (?:in|by)|drop (?:in|by)|bring (?:it|them)|tell us|let us know|ask for|keep (?:it|the|them)|try (?:the|it|a)\\b',
)
const TELLS = words(
  "ouvert\\w*|ouvr\\w+|gratuit\\w*|page|menu|reglages?|sous \\d+|jusqu'(?:a|en)|des \\d|a partir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|travaux|chantier|panne|figure|compris|existe|revient|tient a|tient au|souvent|en general",
  'open\\w*|free(?! things)|page|settings|until|till|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|january|february|march|april|june|july|august|september|october|november|december|works|covers|costs?|range|version|usually|often|guaranteed|trial|instead|helps',
)
/** A no that stays polite, and a plain reason. */
const FIRM = words(
  "malheureusement|helas|regle(?:s|ment)?|conditions|contrat|loi|delai|impose|prevoi(?:t|ent)|vaut pour tous|reste non|securite|s'il vous plait|merci de|jamais du|aurai(?:t|ent|ez) du|merit\\w*|toutes les raisons|imagin\\w*|touche|a coeur|ne pouvons|ne peut pas|navre\\w*|dus? a|a cause|vient de",
  "unfortunately|i'm afraid|terms|agreement|rules?|law|limit|safety|for everyone|same for all|please|should never|should have|every right|imagine|means a lot|to heart|can't|cannot|don't cover|because|after an?|fault is|due to",
)
const WE = words("on|nous|notre|nos|je|j'|mon|ma|mes|chez nous", "we|we're|we'll|we've|we'd|our|us|i|i'm|i'll|i'd|my")
const YOU = words("vous|votre|vos|tu|te|t'|toi|ton|ta|tes", "you|your|you're|you've|you'd|you'll|yours|yourself")
const SLY = words(
  "meme|surtout|peut-etre|d'ailleurs|remarquez|evidemment|donc|au moins|parait|certain\\w*|d'autres|curieux|etonnant|drole|ca arrive|c'est connu|qui sait|jamais|toujours|apres tout|un peu|sans doute|tres|croyez-moi|figurez|pense[zr] a|avez-vous|vous savez",
  'even|perhaps|maybe|evidently|apparently|after all|funny|bold|at least|rather|quite|technically|who knows|some|others?|most|ever|never|always|just|really|surely|indeed|clearly|have you|you know|you do|did you|so is|so should|so do|or your|we hear|it seems|however|speaks|yet here',
)
const DEFINES =
  /(?:^|[.!?,] )(?:une? |le |la |les |l'|des |a |an |the )?[a-z']+(?:,? (?:ca|c'est|is|are|isn't|aren't|need|likes?|has|do|se|ne)|s? (?:coute|fane|arrive|repousse))\b/
const INFORMS = /\d ?(?:h|%|€|£|\$|euros?|am|pm|mo|jours?|days?)|\d{1,2}[h.:]\d{2}|[€£$]\d/g
const TAG =
  /, (?:did|do|does|is|are|was|were|has|have|wo|ca|could|would|who can|qui|hein|non|vous savez|you know|isn't|aren't|don't)\b[^.!?]{0,18}[.!?]?\s*$/
/** Words that ask for a detail. */
export const WHICH = words('quel(?:le)?s?|ou|quand|comment|combien|lequel|laquelle', 'which|what|where|when|how|who')
const SMIRK = /[\u{1f602}\u{1f923}\u{1f643}\u{1f644}\u{1f60f}\u{1f921}\u{1f609}]|[;:]-?\)/u

const LINK = /\b(?:https?\b|www\.|[a-z-]{3,}\.(?:example|com|fr|org|net|ca|be|ch|co)\b)/

const stem = (word: string) => word.slice(0, 5)
const longWords = (folded: string) => folded.match(/[a-z]{4,}/g) ?? []

/** How much of a short answer throws the customer's own words back at them. */
const echo = (draft: PreparedDraft): number => {
  const theirs = new Set(longWords(draft.incoming.folded.slice(0, 600)).map(stem))
  const ours = longWords(draft.folded)
  return ours.length === 0 ? 0 : ours.filter((w) => theirs.has(stem(w))).length / ours.length
}

/** A last sentence of five words at most, after another. */
const endsShort = (draft: PreparedDraft): boolean => {
  const last = draft.sentences.at(-1)
  return (
    draft.sentences.length > 1 &&
    last !== undefined &&
    draft.folded.slice(last.start, last.end).trim().split(' ').length <= 5
  )
}

const yes = (b: boolean) => (b ? 1 : 0)
const capped = (n: number, most: number) => Math.min(n, most) / most

/** An answer in numbers from 0 to 1: what it offers, whom it speaks of, and how it turns. */
export const toneFeatures = (draft: PreparedDraft): readonly number[] => {
  const text = draft.folded.slice(0, 4000)
  const count = (list: WordList) => marksOf(draft, list).length
  const length = text.split(/\s+/).length
  const sorry = count(SORRY) > 0
  const feels = count(FEELS) > 0
  const helps = count(HELPS) > 0
  const way = draft.privateWays.length > 0
  const tells = capped(count(TELLS), 3)
  const informs = INFORMS.test(text)
  INFORMS.lastIndex = 0
  const you = count(YOU)
  const we = count(WE)
  const cold = !sorry && !feels && !helps && !way && !LINK.test(text) && count(THANKS) === 0
  const asks = draft.sentences.some((s) => s.question)
  const which = asks && count(WHICH) > 0
  return [
    weighCues(draft),
    yes(sorry),
    yes(feels),
    yes(count(THANKS) > 0),
    yes(helps),
    yes(way),
    yes(count(COME) > 0),
    tells,
    yes(informs),
    yes(we > 0),
    yes(you > 0),
    yes(you > 0 && we === 0),
    yes(you === 0 && we === 0),
    capped(count(SLY), 3),
    yes(DEFINES.test(text)),
    yes(endsShort(draft)),
    yes(TAG.test(text)),
    yes(asks),
    yes(asks && !which && you > 0),
    yes(which),
    yes(cold),
    yes(cold && !informs && tells === 0),
    yes(cold && you > 0),
    capped(length, 30),
    yes(length <= 9),
    yes(draft.sentences.length === 1),
    yes(SMIRK.test(draft.text)),
    capped(echo(draft), 0.4),
    yes(/\bbonjour|bonsoir|\bhello\b|\bhi\b/.test(text)),
    yes(/\n/.test(text)),
    yes(draft.contacts.length > 0),
    yes(/!/.test(text)),
    draft.incoming.ownMatter,
    yes(cold && !informs && draft.incoming.ownMatter > 0.5),
    yes(count(FIRM) > 0),
    yes(cold && count(FIRM) === 0 && !informs),
    yes(claimsOf(draft).length > 0),
    Math.max(0, ...weighSentences(draft).map((s) => s.likelihood)),
    yes(findDataNamed(draft).length > 0),
    yes(cold && claimsOf(draft).length === 0 && findDataNamed(draft).length === 0),
    yes(/\b(?:please refer|please try|please see|link)\b|https?\b/.test(text)),
  ]
}
