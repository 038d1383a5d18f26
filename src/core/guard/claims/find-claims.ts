import type { ClaimKind } from '../finding.ts'
import { findAll, type Pattern, type WordList, words } from '../reading/pattern.ts'
import type { Claim } from './claim.ts'
import { PAST, type Participles, WITH_AVOIR, WITH_ETRE, WITH_HAVE, WITH_IS } from './verbs.ts'

const ENDING = '(?:ee?s?|ie?s?|ue?s?|t?e?s?)'
const BETWEEN_FR =
  '(?:(?:ete|bien|deja|enfin|maintenant|desormais|tout|juste|directement|aussi|donc|effectivement|immediatement|integralement|totalement|aussitot|egalement|quand meme|personnellement|gracieusement|hier|lundi|mardi|ce matin) ){0,4}'
/** « s'est passé » tells what happened, not what we did. */
const ETRE = "(?<!s')(?:est|sont)"
const SAID_TO_YOU = '(?:etes|es)'
const AVOIR = "(?:ai|avons|ont|a|vien(?:t|s|nent) d'etre|avez ete|as ete)"
/** « on vient de vous rembourser » */
const JUST_DONE: Participles = {
  refund: 'rembourser|recrediter|crediter|restituer|reverser|verser|rendre|dedommager|indemniser',
  delivery: 'envoyer|expedier|livrer|poster|deposer|remettre|faire partir',
  replacement: 'remplacer|echanger|renvoyer',
  resolution:
    'regler|resoudre|corriger|reparer|retablir|debloquer|reactiver|rectifier|annuler|valider|traiter|resilier|mettre a jour|remettre en (?:service|route)',
  request:
    'demander|transmettre|signaler|relancer|prevenir|contacter|alerter|ouvrir (?:un|une)|lancer|appeler (?:le|la)',
}

const BETWEEN_EN =
  '(?:(?:already|now|just|been|all|both|also|since|finally|fully|successfully|personally|gone and|got|and|it|that|this|your|the) ){0,4}'
const IS = ['(?:is|are)', "'(?:s|re)"]
const HAVE = ['(?:has|have|was|were|got)', "'(?:s|ve)"]
const WE =
  '(?:we|i|they|he|she|our \\w+|(?:the|support|billing|returns|delivery) team|the depot|the driver|the warehouse)'

type Turn = readonly [ClaimKind, Pattern]
/** Auxiliaries before participles of every kind, and what tells the kinds apart once one is found. */
type Perfect = { readonly list: WordList; readonly kinds: readonly (readonly [ClaimKind, RegExp])[] }

const perfect = (before: readonly string[], participles: Participles, ending = ''): Perfect => {
  const all = Object.entries(participles)
  const any = all.map(([, stems]) => stems).join('|')
  return {
    list: words(...before.map((auxiliary) => `${auxiliary}(?:${any})${ending}`)),
    kinds: all.map(([kind, stems]) => [kind as ClaimKind, new RegExp(`(?<![a-z])(?:${stems})${ending}$`)]),
  }
}

const PERFECT: readonly Perfect[] = [
  // « est réglé », « a été remboursée », « on t'a envoyé »
  perfect([`${ETRE} ${BETWEEN_FR}`], WITH_ETRE, ENDING),
  perfect(
    [`${SAID_TO_YOU} ${BETWEEN_FR}`],
    { refund: 'rembours|recredit|dedommag|indemnis', delivery: 'livr' },
    ENDING,
  ),
  perfect([`${AVOIR} ${BETWEEN_FR}`], WITH_AVOIR, ENDING),
  perfect(
    ["vien(?:s|t|nent|ons) (?:juste |tout juste )?(?:de |d')(?:vous |te |t'|le |la |les |l'|lui |y |nous )*"],
    JUST_DONE,
  ),
  // "is fixed", "has been refunded", "we refunded you"
  perfect(
    IS.map((be) => `${be} ${BETWEEN_EN}`),
    WITH_IS,
  ),
  perfect(
    HAVE.map((have) => `${have} ${BETWEEN_EN}`),
    WITH_HAVE,
  ),
  perfect([`${WE} (?:already |just |also |have |both |then )?`], PAST),
]

const WHEN =
  "(?:hier|ce matin|ce midi|cet apres-midi|aujourd'hui|avant-hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a l'instant|depuis|le \\d|il y a|yesterday|today|this (?:morning|afternoon)|last (?:night|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|just now|an hour|earlier|days ago|now|!|\\.|$)"
const START = '(?:^|[.!?\\n"(:,-] ?|\\b(?:bonjour|oui|yes|hello|hi|ok|voila|et|and|it\'s|hop) ?,? ?)'

/** One word that answers for a sentence: « Remboursé hier ! », "Fixed!". */
const BARE: readonly Turn[] = [
  [
    'refund',
    new RegExp(
      `${START}(?:bien )?(?:remboursee?s?|versee?s?|recreditee?s?|virement (?:fait|effectue)|refunded|credited|repaid|money(?:'s)? back)(?: ${WHEN}| ?[!.]|$)`,
      'g',
    ),
  ],
  [
    'delivery',
    new RegExp(
      `${START}(?:bien )?(?:livree?s?|expediee?s?|envoyee?s?|postee?s?|partie?s?|delivered|shipped|sent|dispatched|posted|left the (?:warehouse|depot|shop))(?: ${WHEN}| ?[!.]|$)`,
      'g',
    ),
  ],
  [
    'resolution',
    new RegExp(
      `${START}(?:tout )?(?:all )?(?:bien )?(?:reparee?s?|reglee?s?|resolue?s?|corrigee?s?|debloquee?s?|retablie?s?|reseau retabli|fixed|sorted|resolved|solved|repaired|restored|filled(?: in)?|back (?:up|on|online)|done and dusted)(?: (?:with your|for you|already|in \\d\\S*|out|,)|,| ${WHEN}| ?[!.:;]|$)`,
      'g',
    ),
  ],
]

const THEY_FR =
  "(?:un|une|le|la|l'|notre|nos|votre|des|les|quelqu'un|deux|plusieurs|mon|ma) ?(?:\\w+ ){0,3}?(?:collegues?|conseill\\w+|technicien\\w*|equipes?|agents?|responsable|service|maintenance|gestionnaire|\\w{3,}(?:iste|ier|iere|icien|icienne)s?|directeur|directrice|patron\\w*|gerante?|livreur|transporteur|expert\\w*|plombier|electricien|collaborat\\w+|interlocut\\w+|personne|quelqu'un|chef|referent\\w*)"
const THEY_EN =
  '(?:(?:an?|the|our|one of our|two|several|some|my|your) ?(?:\\w+ ){0,3}?(?:colleagues?|engineers?|technicians?|teams?|crews?|agents?|managers?|specialists?|advisers?|advisors?|drivers?|couriers?|nurses?|wardens?|plumbers?|electricians?|staff|members?|handlers?|people|department)|someone|somebody|engineers|crews?|the lads|teams|all hands)'

/** Words that claim without a participle. */
const SAID: readonly Turn[] = [
  [
    'request',
    words(
      '(?:la |votre |ta |une )?(?:demande|reclamation|dossier|signalement|requete|relance)(?: \\w+ \\w+)? (?:est|a ete|a bien ete|est bien) (?:partie?|faite?|lancee?|envoyee?|transmise?|deposee?|enregistree?|remontee?|ouverte?|validee?)',
      "(?:request|claim|complaint|ticket|report|feedback|query|enquiry|inquiry|investigation)(?:'s| is| has| has been| was) (?:already |now |been )*(?:in\\b(?! (?:the|a|your))|gone in|with|opened|raised|submitted|filed|logged|sent|forwarded|open|passed|escalated)\\b",
    ),
  ],
  [
    'owner',
    words(
      `(?<!\\b(?:on|nous|je|qui|vous|tu|il|elle|si) )(?:suit|gere|traite|s'occupe de|reprend|a repris|a pris) (?:\\w+ )?(?:votre|ton) (?:dossier|commande|demande|reclamation|sinistre|cas|affaire)|a (?:deja )?(?:votre|ton) dossier (?:en main|sous les yeux)|est (?:deja )?(?:devant|en bas de|a) (?:chez (?:vous|toi)|(?:votre|ta|ton) (?:porte|immeuble))|est (?:deja )?chez (?:vous|toi)(?= dans| a \\d|,|\\.|$)`,
      `${THEY_FR} (?:\\w+ )?(?:s'en (?:occupe\\w*|charge\\w*)|s'occupe\\w*|(?:est|sont) (?:deja )?(?:dessus|en (?:route|chemin)|sur (?:place|le coup|le pont|l'affaire)|mobilisee?s?|en train de|au travail|a pied d'oeuvre)|(?:y )?travaille(?:nt)? (?:dessus|deja|actuellement|activement|a)|(?:suit|suivent|gere|gerent|traite|traitent) (?:votre|ton|le|la|votre)|arrive(?:nt)?\\b|intervien\\w+|a (?:deja )?(?:bien )?(?:pris|repris|recu|votre|ton)|vous (?:r?appelle|contacte) (?:en ce moment|actuellement))`,
      `(?<!\\b(?:on|nous|je|qui|vous) )travaille dessus|(?:chez|confiee? a|entre les mains de) (?!vous|nous|toi|moi|lui|elle|eux)[a-z]{3,12} ?(?:,|qui|depuis|et)|y travaille (?:dessus|depuis)|(?:votre|ton) (?:dossier|demande|cas|ticket|reclamation) est (?:desormais |maintenant |actuellement |bien )?(?:suivie?|traitee?|geree?|entre (?:les|de bonnes) mains|prise? en (?:charge|main))`,
      `${THEY_EN}(?: (?:already|now|just|right now|currently))?(?:'s| is|'re| are| has| have)? (?:already |now |just |right now |currently )?(?:on (?:it|the case|site|(?:the|their|his|her) way)|working on|looking (?:into|after|at)|handling|dealing with|calling you|sorting|investigating|taken|picked (?:it|this|up)|heading|en route|there now|taking care|out there|fixing)`,
      `(?:your|the) (?:ticket|case|claim|complaint|query|file|order)(?:'s| is| has been) (?:now )?(?:with (?:our|a|an|the) (?:\\w+ )?(?:engineer|team|manager|specialist|colleague|department|agent)s?|being (?:handled|dealt with|worked on|looked after))|(?:she|he|they)(?:'s|'re| is| are) working on it`,
    ),
  ],
  [
    'refund',
    words(
      "(?:le |votre |ton )?(?:remboursement|virement|avoir|indemnisation|argent|somme|caution|trop-percu|montant|\\d+ ?€) (?:\\w+ )?(?:est|sont|a ete|ont ete|vous est|vous sont|t'est) (?:bien |deja |enfin )?(?:parti|passe|arrive|effectue|fait|emis|envoye|valide|traite|verse|revenu|disponible|vire|lance|credite|sur (?:votre|ton) compte)e?s?|(?:vous |t')?(?:avez|as) (?:bien |deja )?(?:ete )?(?:recu|percu) (?:le |votre |ton )?(?:remboursement|virement)",
      "(?:refund|money|payment|credit|deposit) (?:cleared|landed|went (?:out|back|through)|arrived|hit|came (?:back|through)|left)|(?:refund|money|payment|deposit|credit|[£$€] ?\\d[\\d.,]{0,10})(?:'s| is| has| have| was| went| should already)? ?(?:already |now |all |been |gone |just )*(?:back (?:on|in|to|with)|through\\b|gone through|on its way|out|landed|in your (?:account|bank)|issued|paid|sent|processed|made|returned|approved|released|on your card)|back on your (?:card|account)|(?:we|i)(?:'ve| have)? (?:just |already )?(?:popped|put|pushed|issued|sent|processed|made|given you|raised) (?:you )?(?:a|the|your|through a) (?:full |partial |quick )?(?:refund|credit|payment)(?: through)?|went back to your|(?:refunded|credited|repaid) you\\b",
    ),
  ],
  [
    'delivery',
    words(
      "(?:est|sont) (?:bien |deja )?dans (?:votre|ta|ton|vos|tes) (?:boite|courrier|casier|mails?|messagerie|spams?)\\w*|(?:est|sont) (?:bien |deja )?dans (?:le|la|sa|son) (?:camion\\w*|tournee|train|avion|navette|sacoche|boite)|(?:il|elle|livreur|coursier|technicien|colis) arrive(?= ?[!.]|$)|est a (?:deux|trois|quatre|cinq|dix|\\d+) (?:rues?|minutes?|pas|km|metres)|(?:est|sont|'est) (?:bien |deja |actuellement |desormais )?en (?:route|chemin|cours de (?:livraison|acheminement)|transit|livraison)|s'en (?:vient|viennent)|(?:il|elle|ils|elles|colis|commande|bouquet|paquet|carte) arrive(?:nt)? (?:\\w+ )?(?:demain|aujourd'hui|ce soir|cet apres-midi|ce matin|dans (?:la|l'|\\d)|lundi|mardi|mercredi|jeudi|vendredi|samedi|a \\d)|(?:a|ont) quitte (?:l'|notre|nos|le|la|\\w+)|(?:neu(?:f|ve)|nouve\\w+|colis|commande|paquet|remplacante?) (?:\\w+ )?(?:vous |t'|te )attend(?:ent)?(?: deja| bien)? (?:au|a|en|chez|dans)",
      "(?:order|parcel|package|item|replacement|router|card|bag) (?:shipped|went out|dispatched|left)|(?:parcel|order|package|wristband|it|card|letter|they|they) went (?:out|off|back)|went to \\d|(?:is|are) (?:now |already )?(?:in your (?:inbox|letterbox|mailbox|account|porch)|at your (?:door|house)|outside(?! our| the| of)|downstairs|round the corner)|'s (?:now |already )?(?:in your (?:inbox|letterbox|mailbox|account|porch)|at your (?:door|house)|outside(?! our| the| of)|downstairs|round the corner)|(?:courier|driver|depot|carrier) has (?:got )?(?:your|the|it)|(?:(?:on|in) (?:the|his|her|a) (?:van|truck|lorry|plane|ferry)|on (?:its|their|the) way(?: to you)?|out for delivery|in the post|winging its way|en route to you|(?:is|it's|now) with the (?:courier|driver)|in transit)|(?:it|parcel|order|package|bag|router|card|which|book|box)(?:'s| is)? ?(?:arrives?|arriving|coming) (?:\\w+ )?(?:tomorrow|today|tonight|this|on|by|monday|tuesday|wednesday|thursday|friday|saturday|first thing)|(?:parcel|order|package|bag|it|they|box) left (?:us|the|our|here|on|yesterday|this|today)|left the (?:warehouse|depot|shop|hub|store)",
    ),
  ],
  [
    'resolution',
    words(
      "(?:c'est|voila c'est|tout est|ca y est,? c'est|voila qui est|tout) (?:bien |enfin |desormais |maintenant )?(?:regle|fait(?! (?:maison|ici|main|a|avec|par|pour|en|de|sur|expres|comme))|bon|ok|en ordre|au point|resolu|rentre dans l'ordre|corrige|repare|repart[ie]|revenu|retabli|operationnel|arrange|boucle)e?|(?:ca|il|elle|tout|cela|service|reseau|site|appli\\w*|ligne|courant) (?:re(?:marche|fonctionne|demarre|part)|(?:marche|fonctionne) (?:a nouveau|de nouveau|desormais|maintenant))|(?:est|sont) (?:a nouveau|de nouveau|enfin) (?:disponibles?|operationnel\\w*|fonctionnel\\w*|accessibles?|en (?:service|ligne|marche)|actif|active|joignables?)|(?:est|sont) de retour|a ete fait|le necessaire a ete|(?:technicien\\w*|expert\\w*|livreur|agent|il|elle) (?:est|sont) (?:bien |deja )?(?:venu|passe)e?s?|dossier (?:est )?(?:desormais )?clos|(?:probleme|souci|incident|panne) (?:est|a ete) (?:termine|resolu|regle|clos|derriere)e?",
      "(?:it|that|this|all|everything|you|line|service|site|app|network|power|water|heating|they|we)(?:'s|'re| is| are| has| have| was)? (?:now |all |been |already |just |fully )*(?:back (?:up(?: and running)?|on(?!(?:line)? (?:your|the))|online|in action|to normal|working|running)|up and running|working again|running again|sorted|all set|set\\b|good to go|done(?= ?(?:[.!,]|now|$))|live\\b)|(?:this|matter|case) (?:is )?(?:now )?closed|all (?:done|sorted|set|fixed|good now)|you're all set|job done|good as new|pushed (?:it )?live",
    ),
  ],
]

/** "Thomas swapped the pump", "The manager has refunded it": somebody named did it. */
const SOMEBODY_DID =
  /(?:^|[.!?,;:-] |\b(?:and|so|that) )(?!(?:You|Someone|Somebody|Everyone|Anyone|Customers|People|Users|Nobody|Nothing|Which|Who|What|That|This|There|If|When|Once|Not|Never|It|Please)\b)(?:[A-Z][a-z]+|[Tt]he [a-z]+|[Oo]ur [a-z]+)(?: has| have)?(?: already| just| now| personally| also)? (fixed|repaired|replaced|swapped|refunded|sorted|resolved|restored|reset|shipped|posted|mended|patched|squared|cleared|unblocked|reinstated|approved|cancelled|collected|dispatched|put the \w+ back)\b/g
const KIND_OF: Readonly<Record<string, ClaimKind>> = {
  refunded: 'refund',
  squared: 'refund',
  shipped: 'delivery',
  posted: 'delivery',
  collected: 'delivery',
  dispatched: 'delivery',
  replaced: 'replacement',
  swapped: 'resolution',
}

/** Every stretch that could be a claim, the ones without a participle first; the mood of each is read afterwards. */
export const findClaims = (folded: string, plain: string): readonly Claim[] => {
  const found: Claim[] = []
  const add = (kind: ClaimKind, start: number, end: number) => {
    if (!found.some((f) => f.start < end && start < f.end))
      found.push({ kind, start, end, text: folded.slice(start, end) })
  }
  for (const [kind, pattern] of SAID) for (const m of findAll(pattern, folded)) add(kind, m.start, m.end)
  for (const { list, kinds } of PERFECT)
    for (const m of findAll(list, folded))
      add(kinds.find(([, tail]) => tail.test(m.text))?.[0] ?? 'done', m.start, m.end)
  for (const [kind, pattern] of BARE) for (const m of findAll(pattern, folded)) add(kind, m.start, m.end)
  for (const m of plain.matchAll(SOMEBODY_DID)) {
    const verb = m[1] ?? ''
    const end = m.index + m[0].length
    add(verb.startsWith('put') ? 'refund' : (KIND_OF[verb] ?? 'resolution'), end - verb.length, end)
  }
  return found.sort((a, b) => a.start - b.start)
}
