import { likelihood } from '../learned/linear.ts'
import { OWN_MATTER } from '../learned/own-matter.ts'
import { findAll, has, type Pattern, words } from './pattern.ts'

const LONGEST = 3000

const PERSON = words(
  "je|j'|me|m'|mon|ma|mes|moi|on (?:m'|me|nous|a|est|s'|doit)|nous|notre|nos|chez (?:moi|nous)",
  "i|i'm|i've|i'd|im|ive|my|mine|me|us|we|our|we've|we're",
)
/** What a file is kept about. */
const DEALING = words(
  'commandes?|commande|colis|livraisons?|livree?s?|livreur|factures?|facturee?s?|reservations?|resa|dossiers?|sinistres?|contrats?|abonnements?|billets?|remboursee?s?|remboursements?|indemnis\\w*|indemnites?|caution|acompte|arrhes|virements?|cheques?|salaire|compte|carte|ordonnance|attestation|rendez-vous|rdv|frais|preleve\\w*|debite\\w*|mensualites?|cotisations?|trop[- ]percu|addition|bon|avoir|amende|badge|casier|sejour|forfait|resili\\w*|desabonn\\w*|adhesion|inscription|demenagement|panier|retour|echange|garantie|sav|expert|technicien|artisan|courrier|ligne|box|compteur|pret|credit|bouquets?|gateau|canape|sofa|matelas|bagages?|valise|chambre|table',
  'orders?|ordered|parcels?|packages?|deliver(?:y|ed|ies)|bills?|billed|invoices?|bookings?|booked|reservation|refund\\w*|deposit|claims?|contract|polic(?:y|ies)|account|subscription|membership|ticket|transfer|paid|paying|payment|charged?|overcharged|direct debit|card|appointment|prescription|warranty|return(?:ed|s)?|exchange|engineer|technician|driver|router|line|meter|suitcase|bags?|luggage|case|save|benefit|tax|autoship|lenses|stay|room|cancel\\w*|money|compensation|voucher|dlc|purchase\\w*|bought|broadband|internet|heating|boiler',
)
/** Something went wrong. */
const TROUBLE = words(
  'toujours|tjrs|manque(?:nt)?|mal (?:parle|recu\\w*|traite\\w*)|de haut|agresse\\w*|insulte\\w*|(?:etait|etaient) (?:prevue?s?|annoncee?s?)|devai(?:t|ent) (?:arriver|etre|venir)|(?:pas|jamais|rien) (?:\\w+ )?(?:recue?s?|livree?s?|arrivee?s?|rembours\\w*|venue?s?|prete?s?|honoree?|repare\\w*|rendue?s?|suivi|passe|rappele|marche|fonctionne|envoyee?|recredite\\w*|indemnise\\w*)|jamais (?:recu|vu|eu|arrive\\w*|livre\\w*)',
  "plus (?:de|d'|rien|aucune?)|perdue?s?|perd|vole[es]*|cassee?s?|fendue?s?|abimee?s?|fanee?s?|brisee?s?|hs|mort|panne|coupee?s?|coupure|bloquee?s?|refuse[es]*|refus|erreurs?|en double|deux fois|2 fois|(?:3|4|5|6|7|8|9)e fois|troisieme fois|encore (?:une fois|facture\\w*|perdu\\w*|annule\\w*)|en trop|fausse?s?|mauvaise?|annulee?s?|supprimee?s?|rate[es]*|disparue?s?|raccroche|malades?|suspendue?|desactive\\w*|clos|retard|attend|attends|attente|patiente|deja (?:rendu|paye|notee?|resilie\\w*)|alors que j\\w*|sans (?:reponse|nouvelles?|raison|explication|succes)|personne (?:ne )?(?:me |nous |m')?(?:rappelle|repond|vient)|silence radio|plante(?:e|r)?|dehors|humili\\w*|forcee?|avalee?|defectueu\\w*|trompe\\w*|a (?:mes|nos|ma) (?:frais|charge)|degats?|echange\\w* par erreur|etait pas (?:la|le) (?:mien(?:ne)?|bon(?:ne)?)|compte[es]* \\d+ \\w+ de trop|reclame|relance|pas pu|j'arrive pas|arrive pas a",
  "still (?:no|not|waiting|nothing|missing|haven't|hasn't|isn't|charging|down)|never (?:came|arrived|received|showed|got|turned up|called)|lost|missing|wrong|broken|broke|late|damaged|ripped|torn|ruined|burn(?:ed|t)|exploded|dead|vanished|disappeared|stolen|hung up|refused|declined|denied|locked out|banned|(?:charged|billed|debited) (?:me )?(?:twice|again|after)|twice|double|doubled|overcharged|cancelled|canceled|stuck|stranded|no (?:refund|reply|answer|apology|heating|internet|money|one|response|show|luck)|no-show|nobody|not (?:delivered|received|refunded|working|mine)|isn't|didn't (?:arrive|come|work)|zilch|nothing (?:back|yet|since)|hasn't (?:come|arrived|been)|where'?s my|where is my|gone|deleted|crash\\w*|waiting|on hold|stopped|wiped|faulty|glass in|freezing|the day after|sent (?:me )?the wrong|(?:weeks?|days?|months?) (?:late|ago)|threw|allergic|was due|pay for my own|next day service|says delivered",
)
const WAITED =
  /\b(?:\d+|un|une|deux|trois|quatre|cinq|six|two|three|four|five|six)\s?(?:h|heures?|jours?|semaines?|mois|ans|min(?:utes)?|hours?|days?|weeks?|months?|fois|times)\b|\b(?:depuis|since)\b/g
const MONEY = /\d+(?:[.,]\d\d)?\s?(?:€|euros?|eur|\$|£|chf|balles)|[€$£]\s?\d+/g
const VULNERABLE = words(
  'bebe|enfants?|fille|fils|mari|mere|pere|hopital|obseques|deuil|anniversaire|urgence|toute la nuit',
  'kids?|baby|daughter|son|husband|wife|mum|dad|nan|hospital|funeral|meds',
)

/** The same trouble for everybody, on everyone's way, or a view on how things are run. */
const EVERYBODY = words(
  'panne (?:a|sur|dans|generale)|tout le (?:monde|quartier|camping|village)|tous|partout|(?:le|les|ter|train|tgv|bus|tram|metro|rer) (?:de )?\\d{1,2}h\\d{0,2}|(?:le|les|vos) (?:trains?|bus|trams?)|lampadaires?|trottoirs?|eclairage|poubelles|terrasse|musique|horaires|site|appli|tapis|machines?|ascenseur|escalator|ligne \\d|piscine|wifi|clim(?:atisation)?|agence fermee|eoliennes?|magasin|pub(?:licite)?s?|emballages?|politique|maire|ministre|prix|service (?:lent|client)',
  'whole (?:of|station|town|street)|everyone|everybody|all of|area|outage|streetlights?|street lights?|potholes?|bins?|rounds?|councillors?|every train|prices?|app|website|servers?|dashboard|export|bugs?|patch|driver version|crash(?:es|ing)? on|dog mess|breakfast|overpriced|service is|support is|soundtrack|boss|nectarines|router is a|your (?:router|app|website|founder|staff|ceo|ads?|packaging)',
)
const ASKING =
  /^(?:(?:bonjour|salut|hello|hi|hey|coucou)[ ,!]*)?(?:c'est (?:quoi|possible|a)|quel|quelle|quels|comment|combien|ou est|est-ce|y a|il y a|on (?:peut|entre|mange)|ouvert|il faut|animaux|what|when|how|do you|does|can (?:i|we|you)|could|is (?:there|the|it|this)|are you|are the|any (?:plans|chance|news)|which|why|who|did|where (?:can|do)|anyone|would)\b/
const PRAISE = words(
  'bravo|adore|sublimes?|magiques?|genial\\w*|top|superbes?|dingues?|trop bien|merci (?:a|pour|beaucoup|infiniment)|parfait|delicieux|passionnants?|kiffe|ben fine?|au top|bien mieux|ravie?s?',
  'love|loved|loving|brilliant|lovely|amazing|awesome|incredible|delicious|obsessed|kind|so good|best|thanks? (?:you )?(?:for|to|so)|huge thanks|well done|(?:a|absolute|real) (?:star|legend|hero|angel)|made my|spot on|(?:much|so much|far) better|fantastic|great (?:service|staff|stay|food)|made my (?:day|week|monday)',
)
/** Trouble with a program that public instructions may end; money or a lock makes it a matter of the account again. */
const PROGRAM = words(
  'bugs?|plante|mise a jour|maj|version|installe\\w*|synchro\\w*|navigateur|ecran noir|telecharg\\w*|pixels?|mode sombre|export(?:s|er)?',
  'bugs?|error codes?|crash\\w*|version|updates?|updated|install\\w*|sync\\w*|browser|screens?|plug-?in|features?|downloads?|face ?id|gpu|audio|lag\\w*|icons?|playback|load\\w*|layers?|export(?:s|ed)?|patch|fonts?|comments section|videos?|mic',
)
const ACCOUNT_AT_STAKE = words(
  'debite\\w*|preleve\\w*|facture\\w*|rembours\\w*|compte|perdu\\w*|efface\\w*|bloquee?s?|resili\\w*',
  'charged|billed|refund\\w*|account|lost|deleted|locked|banned|hacked|cancel\\w*|paid|payment|money|save|my booking|boarding',
)
/** A rule of the house that the customer dislikes: their file would change nothing. */
const POLICY = words(
  "(?:chien|animaux|poussette) (?:non|pas) accepte\\w*|trop (?:cher|chaud|froid|bruyant\\w*|forte?|d'attente)|bruyante?|moches?|puent|ridicules?|scandaleu\\w*|nul",
  'refused (?:to let|our|us a)|too (?:expensive|loud|cold|hot|small)|late checkout|you guys never|unfair|overpriced|is a (?:brick|joke)',
)

const UNLIKELY = 0.2
const SHOUTED = /[!?]{2,}|\b[A-Z]{4,}\b/
const OWN_FILE =
  /\b(?:mon|ma|mes|my|our|notre) (?:\w+ )?(?:compte|commande|colis|facture|dossier|contrat|reservation|abonnement|account|order|parcel|bill|booking|line|ligne|bag|deposit|money|refund|caution|save)\b/

const capped = (n: number, most: number) => Math.min(n, most) / most

/** What the message is made of, in numbers from 0 to 1. */
export const matterFeatures = (folded: string): readonly number[] => {
  const text = folded.slice(0, LONGEST)
  const count = (pattern: Pattern) => findAll(pattern, text).length
  const persons = count(PERSON)
  const dealings = count(DEALING)
  const troubles = count(TROUBLE)
  const yes = (b: boolean) => (b ? 1 : 0)
  return [
    capped(persons, 3),
    yes(persons > 0),
    capped(dealings, 3),
    yes(dealings > 0),
    capped(troubles, 3),
    yes(troubles > 0),
    yes(has(WAITED, text)),
    yes(has(MONEY, text)),
    yes(has(VULNERABLE, text)),
    capped(count(EVERYBODY), 2),
    yes(has(ASKING, text.trim())),
    yes(has(PRAISE, text)),
    yes(has(POLICY, text)),
    yes(has(PROGRAM, text) && !has(ACCOUNT_AT_STAKE, text)),
    yes(has(OWN_FILE, text)),
    yes(has(GRIEVANCE, text)),
    yes(/\?\s*$/.test(text)),
    yes(SHOUTED.test(text)),
    yes(persons > 0 && troubles > 0),
    yes(dealings > 0 && troubles > 0),
    capped(text.length, 120),
    yes(/\b(?:vos|votre|your)\b/.test(text)),
  ]
}

export type Matter = {
  /** How likely the message is about the customer's own order, bill, stay, file…, from 0 to 1. */
  readonly ownMatter: number
  /** Something went wrong for somebody, or nothing says that all is well. */
  readonly unhappy: boolean
}

/** Whether the message is about the customer's own order, bill, stay or file, so that it is settled in private (P1). */
export const readMatter = (folded: string): Matter => {
  const text = folded.slice(0, LONGEST)
  const guessed = likelihood(OWN_MATTER, matterFeatures(text), text)
  const troubled = has(TROUBLE, text) || has(GRIEVANCE, text)
  // Plain praise is nobody's dispute, whatever it speaks of.
  const ownMatter = has(PRAISE, text) && !troubled ? Math.min(guessed, UNLIKELY) : guessed
  const asking = text.includes('?') || has(ASKING, text.trim())
  return {
    ownMatter,
    unhappy:
      /[a-z]/.test(text) &&
      (ownMatter > 0.5 || has(TROUBLE, text) || !((has(PRAISE, text) && !troubled) || (asking && !troubled))),
  }
}

const GRIEVANCE = words(
  'honte\\w*|arnaque\\w*|escrocs?|voleurs?|incapables?|nuls?|nulle|naze|pourrie?s?|catastroph\\w*|scandal\\w*|inadmissible|degueu\\w*|horreur|enfer|ridicules?|sale|bruit|bruyant\\w*|lente?|moyen|moches?|puent|trop|jamais|pas|aucune?|rien|ras le bol|marre|con|flan|espionne\\w*|retreciss\\w*|decu\\w*|cher|mal parle|de haut',
  'scam|thieves|thief|robbery|crooks?|useless|rubbish|joke|jokers|clowns?|fraud|awful|terrible|horrible|worst|shame|disgrace\\w*|never|not|no|cold|noisy|rude|dirty|overpriced|unfair|hates?|brick|mess|sucks|pathetic|annoy\\w*|refused|price|again|rocks',
)
