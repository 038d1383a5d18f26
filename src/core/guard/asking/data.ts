import type { DatumKind } from '../finding.ts'
import { marksOf } from '../reading/marks.ts'
import { onceForEach } from '../reading/once.ts'
import { type Match, type WordList, words } from '../reading/pattern.ts'

/** Something that identifies a customer, named in the draft. */
export type DatumNamed = Match & { readonly kind: DatumKind }

const NUM = '(?:num+e?r?o?s?|num|nr|n°|no|ref(?:f?erence|erance)?s?|code|identifi?ants?|id|copie|scan|photo)'
const OF =
  "(?: ?\\.? ?(?:de |du |d'|des |de la |de l'|de (?:ton|ta|tes|votre|vos|cette) |du (?:ton )?|sur (?:la|le|l'|votre|ton|ta) ?)?)"
const FILED =
  "(?:com+[ae]nd?e?s?|cmde?|cde|dossier|clients?|compte|contrat|facture|reservations?|resa|billet|ticket|suivi|colis|envoi|adherent|societaire|abonne|abonnement|allocataire|usager|carte(?! (?:bancaire|bleue|d'identite|vitale))|membre|fidelite|compteur|pdl|pce|ligne|sinistre|police|secu|securite sociale|siret|siren|badge|lecteur|famille|foyer|bon|transaction|inscription|licence|immatriculation|chassis|titulaire)"
const FILED_EN =
  '(?:orde?r|booking|reservation|acc?ount|acct|customer|client|member(?:ship)?|policy|claim|case|ticket|tracking|meter|invoice|confirmation|loyalty|frequent flyer|reader|library card|card|patient|parcel|consignment|contract|transaction|receipt|badge|bag tag|tag|player|employee|nhs|national insurance|ni|social security|passport|registration|log-?in|user|account holder|gift card|reference)'
const NUMBER_EN = '(?:num?n?bers?|no\\.?|nos|num|nr|#|ref(?:erence)?s?|id|ids|code)'
const YOUR = "(?:votre|vos|ton|ta|tes|un|une|l'|le|la|your|ur|a|an|the|which|what|quel|quelle)"

const KINDS: readonly (readonly [DatumKind, WordList])[] = [
  [
    'order',
    words(
      `(?:num+e?ros?|num|n°|ref(?:erence)?) (?:de |d'|du )(?!(?:notre|nos|la|service|client\\w* (?:est|:)|telephone|tel|portable|mobile|serie|page|vol|train|tgv|rue|version|modele|lot|quai|voie|porte|urgence|standard|accueil|siege|place|salle|bus|telecopie|l'accueil|notre)\\b)[a-z']{3,}`,
      'num+e?ro (?:qui (?:figure|est|se trouve|apparait|commence)|en haut|en bas|au dos|inscrit|indique|imprime)',
      `number (?:on|at the (?:top|bottom)|printed)|mpan|mprn`,
      `${NUM}${OF}${FILED}`,
      `(?:com+[ae]nde|cmde?|cde|dossier|client|contrat|resa|reservation|billet|adherent) ?(?:n°|num)`,
      `${FILED_EN}(?:'s)? ?${NUMBER_EN}`,
      `${YOUR} (?:ref(?:erence)?s?|pdl|pce|pnr|imei)|(?:pdl|pnrs?|pce)\\b|(?:la|votre|ta) ref(?:erence)? (?:du|de|d'|sur)\\b`,
      `${YOUR} (?:booking|order|policy) (?:details|info(?:rmation)?)|(?:plaque|numero) d'immatriculation|(?:number|licence|license) plate`,
    ),
  ],
  [
    'name',
    words(
      "noms?,? (?:et |& |\\+ ?)?(?:ton |votre )?prenoms?|prenoms?(?: et|,| \\+| &) (?:ton |votre |de )?noms?|(?:votre|ton|vos) noms?(?! (?:de scene|de code))|noms? (?:complet|de famille|du titulaire|de l'enfant|du (?:petit|beneficiaire|passager)|de (?:la |l')?(?:reservation|abonne|assure|titulaire)|sur (?:la|le|l'|votre|ta) \\w+|sous lequel)|(?:a|sous|sur) quel noms?|identite(?: complete)?",
      `full names?|surnames?|(?:last|family|maiden) names?|(?:your|ur) names?|(?:account ?holder|passenger|guest|patient|card ?holder|lead|child)(?:'s)? names?|(?:account|policy|card) ?holder(?! of)|names? (?:on|of) the (?:account|booking|order|policy|reservation|card|account holder|passenger)s?|names? (?:it's|it is|it was|you booked) under|(?:what|which|whose) names?|under what name`,
    ),
  ],
  [
    'email',
    words(
      "(?:votre|ton|vos|tes|l'|quel(?:le)?|(?:nom|telephone|tel|numero)(?:,| et)(?: une?)?|adresse) ?(?:adresse )?(?:e-?mail|mail|courriel|mel)s?\\b(?! (?:de|du|avec|d'(?!inscription)|pour|qui|vous|automatique|a \\w+@))(?: (?:d'inscription|utilise\\w*))?|adresse (?:e-?mail|mail|courriel|electronique)",
      `the e-?mail(?: address)? (?:on|you used|linked|associated|attached)|an e-?mail(?: address)?(?= ?(?:and|or|so|to reach|where|please|[?.,!]|$))|(?:your|ur|which|what|account|registered|contact|and|number and) e-?mails?(?: address)?(?! (?:account|saying|about|from|to|with|of|if|asking|when|is not|isn't))|e-?mail address`,
    ),
  ],
  [
    'phone',
    words(
      "num+e?ro (?:de )?(?:te[l]+(?:e?[pf]h?one)?|portable|mobile|gsm|rappel|ligne)|(?:votre|ton|un|quel|le|vos|tes) num+e?ros?(?! (?:est|pour|du|de|d'|client))|(?:votre|ton|un|vos|tes) (?:portables?|te[l]+(?:e?[pf]h?one)?|gsm|0[67]|num)|numero (?:ou|auquel|pour) (?:vous|te|t'|on|un|que|qu'|l')|(?:un |ton |votre )tel\\b|coordonnees telephoniques",
      `'s (?:mobile|number|cell|phone)\\b|(?:phone|mobile|cell|contact|telephone|daytime|call-?back) (?:num?n?bers?|no\\.?)|(?:your|a|ur|an?|best|good) (?:num?n?ber|mobile|cell|landline|phone)(?! (?:model|or|app|of|and does))|(?:what|which) (?:num?n?ber)|(?:number|mobile) (?:we|i|so|for us|to (?:call|reach|ring))`,
    ),
  ],
  [
    'address',
    words(
      "adres+e?s? (?:postale|complete|exacte|actuelle|de (?:livraison|facturation)|du (?:logement|domicile))|(?:votre|ton|quelle|nouvelle|ancienne) (?:nouvelle |ancienne )?adres+es?(?! (?:e-?mail|mail|courriel|electronique|ip))|adres+e (?:de l'|du |de la )(?:immeuble|appartement|logement|maison|domicile)|code postal|(?:ou|vous|tu) habite[sz]?(?:[- ](?:vous|tu))?(?: ou)?|lieu de residence|rue et (?:le )?numero",
      `(?:your|home|full|delivery|billing|postal|shipping|exact|which|what|account reference and|the) addres+(?! bar| the| of (?:that|the|this|our) (?:branch|store|shop|restaurant|hotel|place))|post ?codes?|zip(?: code)?|first line of (?:your|the) address|where (?:do|exactly do) you live|house number`,
    ),
  ],
  [
    'birth',
    words(
      'date (?:et lieu )?de naissance|(?:vous etes|tu es|etes-vous|es-tu) nee? (?:quand|le combien|en quelle)|ddn|ne(?:e|\\(e\\))? le (?:combien|quand)',
      'date of birth|d\\.?o\\.?b\\.?|birth ?dates?|(?:your|the) birthday',
    ),
  ],
  [
    'card',
    words(
      '(?:4|quatre) (?:derniers )?(?:chiffres|numeros)|derniers chiffres|num+e?ro (?:de |de ta |de votre |de la )?(?:carte(?: (?:bancaire|bleue))?|cb)|cryptogramme|cvv|cvc',
      `last (?:four|4)(?: digits)?|card (?:number|details|digits)|(?:card's|cards?) last (?:four|4)|expiry date|long number`,
    ),
  ],
  [
    'bank',
    words(
      "iban|rib|bic|coordonnees bancaires|releve d'identite bancaire",
      'sort code|bank details|account details|banking details',
    ),
  ],
  [
    'paper',
    words(
      "pieces? d'identite|cartes? d'identite|cni|passeports?|permis(?: de conduire)?|livrets? de famille|actes? de (?:deces|naissance|mariage)|justificatifs?(?: \\w+ \\w+)?|certificats? medica(?:l|ux)|certificat du medecin|ordonnances?|avis d'imposition|arrets? (?:de travail|maladie)|carte vitale|mot du medecin|bulletins? de (?:salaire|paie)|constat|attestations? (?:de|d')\\w*|resultats? d'analyses?|(?:photo|copie|scan) (?:de|du|d'un|d'une) (?:ta |votre |vos |ton |la |l')?(?:facture|permis|passeport|carte|ordonnance|certificat|contrat|billet|piece|cheque|releve)[^.?!]{0,12}",
      "(?:photo|copy|scan|screenshot|picture) of (?:your|the|ur) (?:invoice|bill|receipt|id|passport|licen[cs]e|card|prescription|statement|ticket|contract|policy|letter)|photo id|(?:your|an?) id(?: card)?|passports?|driving licen[cs]e|prescriptions?|doctor'?s (?:note|letter)|medical (?:certificate|note|record)s?|proof of (?:address|identity|id|purchase)|bank statements?|payslips?|birth certificate|death certificate",
    ),
  ],
  [
    'login',
    words(
      "mots? de passe|mdp|(?:votre|ton|vos|tes|leur) (?:identifiants?|login)|identifiants? (?:et|de connexion)|code (?:secret|pin|d'acces|confidentiel)|code (?:de )?(?:la|ta|votre) carte",
      '(?:(?:your|the|account|and) )?(?:passwords?|pass ?codes?)(?! (?:reset|change))|(?:your|the|account) (?:log-?in(?: details)?|user ?names?|user ?id)(?! change)|player id|psn id|(?:backup|security|verification) codes?|pin(?: code| number)',
    ),
  ],
  [
    'contact',
    words(
      '(?:vos|tes) coordonnees|(?:vos|tes) infos? (?:perso\\w*|de contact)|donnees perso\\w*|informations? personnelles?',
      '(?:your|ur|any) (?:contact |personal |account |full )?(?:details|info(?:rmation)?)\\b|personal (?:data|details|info\\w*)',
    ),
  ],
]

const inSame = (a: Match, b: Match) => a.start < b.end && b.start < a.end

const ANY_NUMBER = words('num?n?bers?', 'no\\.(?= |$)', 'ref')
/** Numbers that are of a thing or of the brand, and words that only stand before « number ». */
const OF_NOBODY = new Set(
  'phone mobile telephone cell contact model version serial flight train batch gate bus the a this that our any same wrong right large small good fair great certain huge high low free helpline hotline office main first second best back on in of and or with to is your their my whatsapp daytime no by for call'.split(
    ' ',
  ),
)

/** "course number", "MPAN number": whatever the word before, a number of something kept in a file. */
const findNumbers = (source: { readonly folded: string }): DatumNamed[] =>
  marksOf(source, ANY_NUMBER).flatMap((m) => {
    const { folded } = source
    if (folded.charAt(m.start - 1) !== ' ' || /^ (?:of|one|two)\b/.test(folded.slice(m.end, m.end + 5))) return []
    const start = folded.lastIndexOf(' ', m.start - 2) + 1
    const word = folded.slice(start, m.start - 1)
    return /^[a-z]{3,}$/.test(word) && !OF_NOBODY.has(word)
      ? [{ kind: 'order' as const, start, end: m.end, text: folded.slice(start, m.end) }]
      : []
  })

/** Every mention of identifying data, longest reading first where two overlap. */
export const findDataNamed = onceForEach((source: { readonly folded: string }): readonly DatumNamed[] => {
  const all = findNumbers(source)
  for (const [kind, pattern] of KINDS) for (const m of marksOf(source, pattern)) all.push({ ...m, kind })
  all.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: DatumNamed[] = []
  for (const one of all) if (!kept.some((k) => inSame(k, one))) kept.push(one)
  kept.sort((a, b) => a.start - b.start)
  return kept
})
