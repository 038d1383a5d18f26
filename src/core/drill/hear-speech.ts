import { apologises, claimsDone, folded, offersGesture, offersPrivateWay, thanks } from '#core/crowd/hear.ts'
import { findContacts } from '#core/guard/reading/contact.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { findPrivateWays } from '#core/guard/reading/private-way.ts'
import type { SpeechAct } from './speech-act.ts'

const OWNS_UP =
  /\b(?:notre|nos) (?:propre )?(?:erreur|faute|responsabilite|manquement)s?\b|\bnous (?:nous sommes trompes|avons (?:fait|commis) une (?:erreur|faute)|avons (?:eu tort|failli|manque|mal (?:fait|reagi|repondu|gere|informe))|n'avons pas ete a la hauteur|assumons|reconnaissons)\b|\bj'ai (?:fait une erreur|eu tort)\b|\b(?:erreur|faute) de notre part\b|\bn'aurai(?:t|ent) (?:jamais|pas) du\b|\bnous n'aurions (?:jamais|pas) du\b|\b(?:supprimee?s?|effacee?s?|retiree?s?|publiee?s?) (?:a tort|par erreur)\b|\b(?:our|my) (?:own )?(?:mistake|error|fault)\b|\bwe (?:got (?:it|this|that) wrong|made a mistake|were wrong|failed|messed up|let you down|take responsibility|should(?:n't| not| never)? have)\b|\bshould (?:never|not) have (?:been|happened)\b/
const TAKES_CHARGE =
  /\b(?:je m'en|nous nous en|on s'en|s'en) (?:occup|charg)\w+|\b(?:je m'|nous nous |on s')occup\w+ de\b|\bpren(?:ds|ons|d|nent) (?:\w+ ){0,3}en (?:charge|main)\b|\b(?:pris|prise|prises) en (?:charge|main)\b|\b(?:nos|notre|les|toutes nos) (?:\w+ )?(?:equipes?|technicien\w*|ingenieur\w*|conseill\w+) (?:\w+ ){0,3}(?:travaille(?:nt)?|(?:est|sont) (?:mobilis\w+|sur place|dessus|a pied d'oeuvre))|\bnous (?:y travaillons|travaillons|sommes mobilises|enquetons|sommes dessus|menons|avons ouvert)\b|\bje (?:regarde|verifie|cherche|suis|reprends|fais le point|me renseigne)\b|\bnous (?:verifions|cherchons|regardons|suivons)\b|\b(?:i'm|i am|we're|we are) (?:on it|working on|looking into|investigating|checking|dealing with|taking care|on the case)\b|\b(?:i'll|i will|we'll|we will) (?:look|take|deal|sort|handle|follow|chase)\b|\b(?:our|the) (?:\w+ )?(?:teams?|engineers?) (?:is|are) (?:\w+ )?(?:working|on it|on site|investigating)\b|\b(?:i|we) (?:have )?tak(?:e|en) charge\b|\bin hand\b/
const HOUR = /\b\d{1,2} ?h(?: ?\d{2})?\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm)\b/
const DAY =
  /\b(?:demain|ce soir|ce midi|avant midi|(?:d'ici|avant|des|ce|a partir de|pour) (?:ce soir|demain|midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|tomorrow|tonight|by noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/
const DELAY =
  /\b(?:dans|d'ici|sous|avant|within|in|chaque|toutes les|every) (?:\d+|une?|l'|an?|the|deux|trois|two|three|half an|une demi-)[ -]?(?:min\w*|heures?|h|hours?|jours?|days?|semaines?|weeks?)\b|\btoutes les heures\b|\bevery hour\b|\bdans l'heure\b|\bwithin the hour\b|\b\d+ (?:h|min|minutes|heures|hours|jours|days) (?:ouvres?|au plus|at most|maximum)\b/
const UNKNOWN =
  /\bn(?:e|ous ne) (?:savons|connaissons|disposons|pouvons) pas encore\b|\bne sait pas encore\b|\bpas encore (?:confirme|connue?|etablie?|certain|determine|identifie|de certitude)\w*|\b(?:a ce stade|a cette heure|pour l'instant|pour le moment)\b|\bla cause (?:est|reste) (?:encore )?(?:inconnue|a determiner|recherchee)|\b(?:en cours d'|cours d'|une )(?:enquete|verification|analyse)\b|\b(?:we|i) (?:don't|do not) (?:yet )?know\b|\bnot yet (?:know\w*|confirmed|clear|certain|established)\b|\bat this (?:stage|point)\b|\bso far\b|\bstill (?:checking|investigating|looking)\b|\bas soon as we know\b/
const ADVICE =
  /\bne (?:l[ae']s? ?|vous |la |le |les |lui |leur |y |en )?(?:consomm|utilis|mang|port|donn|laiss|branch|cliqu|repond|communiqu|transmett|deplac|ven|envoy|jet|partag|rappel)\w*(?: \w+)? (?:pas|plus|jamais|rien)\b|\b(?:cessez|arretez) (?:de|d'|immediatement|tout)|\b(?:rapportez|ramenez|debranchez|redemarrez|conservez|gardez|verifiez|consultez|eloignez|retirez|presentez-vous|rendez-vous|adressez-vous|appelez le)\b|\b(?:please )?(?:stop (?:using|eating|wearing|giving)|do not (?:use|eat|give|send|click|reply|wear|go|come|share)|don't (?:use|eat|give|send|click|reply|wear|go|come|share)|bring (?:it|them) back|return (?:it|them)|unplug|restart|check (?:the|your)|keep (?:it|the|your)|go to|see (?:the|our))\b/
const DISOWNS =
  /\b(?:n'est|ne sont|n'est absolument|n'est en aucun cas) (?:pas )?(?:le |la |les |un |une |du |de )?(?:notre|nos|notres?|a nous|compte officiel|officiel\w*|gere par nous)\b|\b(?:faux|fausse)s? (?:comptes?|page|profil|message)\b|\bcompte\w* (?:est |sont )?(?:faux|frauduleux|usurpe\w*)\b|\busurp\w+|\barnaque\b|\bphishing\b|\bhameconnage\b|\bseuls? comptes? officiels?\b|\bnotre seul compte\b|\b(?:is not|isn't|are not|aren't) (?:our|one of our|ours|us|an? official|run by us)\b|\bfake (?:account|page|profile)\b|\bimpersonat\w+|\bscam\b|\bour only (?:official )?account\b/
const SIGNED = /(?:^|[\n–—^/*|-]|[.!?…)] )\s*\p{Lu}[\p{Ll}-]+(?:[- ]\p{Lu}[\p{Ll}.]*)?\.?$/u

const invites = (text: string): boolean => {
  const { folded: plain } = fold(text)
  return findPrivateWays(plain, findContacts(plain)).length > 0 || offersPrivateWay(text)
}

const names = (name: string, plain: string): boolean => {
  const parts = folded(name)
    .split(' ')
    .filter((part) => part.length > 1)
  return parts.some((part) => plain.split(/[^a-z0-9'-]+/).includes(part))
}

/** What a reply does, beside what it says: each a coarse question, in French or in English, whoever asks it. */
export const hearSpeech = (text: string, addressee?: string): ReadonlySet<SpeechAct> => {
  const plain = folded(text)
  const said: readonly (readonly [SpeechAct, boolean])[] = [
    ['greets-by-name', addressee !== undefined && names(addressee, plain)],
    ['thanks', thanks(text)],
    ['apologises', apologises(text)],
    ['owns-up', OWNS_UP.test(plain)],
    ['takes-charge', TAKES_CHARGE.test(plain)],
    ['gives-date', HOUR.test(plain) || DAY.test(plain) || DELAY.test(plain)],
    ['invites-to-private', invites(text)],
    ['states-done', claimsDone(text)],
    ['says-unknown', UNKNOWN.test(plain)],
    ['gives-advice', ADVICE.test(plain)],
    ['disowns', DISOWNS.test(plain)],
    ['offers-gesture', offersGesture(text)],
    ['signs', SIGNED.test(text.trim())],
  ]
  return new Set(said.flatMap(([act, is]) => (is ? [act] : [])))
}
