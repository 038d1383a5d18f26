import type { ClaimKind } from '../finding.ts'
import { findAll, words } from '../reading/pattern.ts'
import type { Claim } from './claim.ts'
import { PAST, type Participles, WITH_AVOIR, WITH_ETRE, WITH_HAVE, WITH_IS } from './verbs.ts'

const ENDING = '(?:ee?s?|ie?s?|ue?s?|t?e?s?)'
const BETWEEN_FR =
  "(?:(?:vous|te|t'|nous|ete|bien|deja|enfin|maintenant|desormais|tout|juste|directement|aussi|donc|effectivement|immediatement|integralement|totalement|lui|y|la|les|le|l'|aussitot|egalement|quand meme) ?){0,5}"
/** « s'est passé » tells what happened, not what we did. */
const ETRE = "(?<!s')(?:est|sont)"
const SAID_TO_YOU = '(?:etes|es)'
const AVOIR = "(?:ai|avons|ont|a|vien(?:t|s|nent) (?:d'etre|de|d')|venons de|avez ete|as ete)"

const BETWEEN_EN = '(?:(?:already|now|just|been|all|both|also|since|finally|fully|successfully|personally|gone and|got|and|it|that|this|your|the) ){0,4}'
const IS = "(?:is|are|'s|'re)"
const HAVE = "(?:has|have|was|were|'s been|'s|'ve|got|'s all)"
const WE = '(?:we|i|they|he|she|our \\w+|\\w+ team|the depot|the driver|the warehouse)'

type Pattern = readonly [ClaimKind, RegExp]
const each = (kinds: Participles, to: (stems: string) => string): Pattern[] =>
  Object.entries(kinds).map(([kind, stems]) => [kind as ClaimKind, new RegExp(to(stems), 'g')])

const PERFECT: readonly Pattern[] = [
  // « est réglé », « a été remboursée », « on t'a envoyé »
  ...each(WITH_ETRE, (stems) => `\\b${ETRE} ?${BETWEEN_FR}(?:${stems})${ENDING}\\b`),
  ...each({ refund: 'rembours|recredit|dedommag|indemnis', delivery: 'livr' }, (stems) => `\\b${SAID_TO_YOU} ?${BETWEEN_FR}(?:${stems})${ENDING}\\b`),
  ...each(WITH_AVOIR, (stems) => `(?<![a-z])${AVOIR} ?${BETWEEN_FR}(?:${stems})${ENDING}\\b`),
  // "is fixed", "has been refunded", "we refunded you"
  ...each(WITH_IS, (verbs) => `(?:\\b|(?='))${IS} ${BETWEEN_EN}(?:${verbs})\\b`),
  ...each(WITH_HAVE, (verbs) => `(?:\\b|(?='))${HAVE} ${BETWEEN_EN}(?:${verbs})\\b`),
  ...each(PAST, (verbs) => `\\b${WE} (?:already |just |also |have |both |then )?(?:${verbs})\\b`),
]

const WHEN = "(?:hier|ce matin|ce midi|cet apres-midi|aujourd'hui|avant-hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a l'instant|depuis|le \\d|il y a|yesterday|today|this (?:morning|afternoon)|last (?:night|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|just now|an hour|earlier|days ago|now|!|\\.|$)"
const START = "(?:^|[.!?\\n\"(:,-] ?|\\b(?:bonjour|oui|yes|hello|hi|ok|voila|et|and|it's|hop) ?,? ?)"

/** One word that answers for a sentence: « Remboursé hier ! », "Fixed!". */
const BARE: readonly Pattern[] = [
  ['refund', new RegExp(`${START}(?:bien )?(?:remboursee?s?|versee?s?|recreditee?s?|virement (?:fait|effectue)|refunded|credited|repaid|money(?:'s)? back)(?: ${WHEN}| ?[!.]|$)`, 'g')],
  ['delivery', new RegExp(`${START}(?:bien )?(?:livree?s?|expediee?s?|envoyee?s?|postee?s?|partie?s?|delivered|shipped|sent|dispatched|posted|left the (?:warehouse|depot|shop))(?: ${WHEN}| ?[!.]|$)`, 'g')],
  ['resolution', new RegExp(`${START}(?:tout )?(?:all )?(?:bien )?(?:reparee?s?|reglee?s?|resolue?s?|corrigee?s?|debloquee?s?|retablie?s?|reseau retabli|fixed|sorted|resolved|solved|repaired|restored|filled(?: in)?|back (?:up|on|online)|done and dusted)(?: (?:in \\d\\S*|out|,)|,| ${WHEN}| ?[!.:;]|$)`, 'g')],
]

const THEY_FR =
  "(?:un|une|le|la|l'|notre|nos|votre|des|les|quelqu'un|deux|plusieurs|mon|ma) ?(?:\\w+ ){0,3}?(?:collegues?|conseill\\w+|technicien\\w*|equipes?|agents?|responsable|service|maintenance|gestionnaire|livreur|transporteur|expert\\w*|plombier|electricien|collaborat\\w+|interlocut\\w+|personne|quelqu'un|chef|referent\\w*)"
const THEY_EN =
  "(?:(?:an?|the|our|one of our|two|several|some|my|your|\\w+'s) ?(?:\\w+ ){0,3}?(?:colleagues?|engineers?|technicians?|teams?|crews?|agents?|managers?|specialists?|advisers?|advisors?|drivers?|couriers?|nurses?|wardens?|plumbers?|electricians?|staff|members?|handlers?|people|department)|someone|somebody|engineers|crews?|the lads|teams)"
const NAME = '(?:[a-z]{3,12})'

/** Words that claim without a participle. */
const SAID: readonly Pattern[] = [
  [
    'request',
    words(
      "(?:la |votre |ta |une )?(?:demande|reclamation|dossier|signalement|requete|relance)(?: \\w+ \\w+)? (?:est|a ete|a bien ete|est bien) (?:partie?|faite?|lancee?|envoyee?|transmise?|deposee?|enregistree?|remontee?|ouverte?|validee?)",
      "(?:request|claim|complaint|ticket|report|feedback|query)(?:'s| is| has| has been| was)? (?:already |now |been )*(?:in|gone in|with|raised|submitted|filed|logged|sent|forwarded|open|passed|escalated)\\b",
    ),
  ],
  [
    'owner',
    words(
      `${THEY_FR} (?:\\w+ )?(?:s'en (?:occupe\\w*|charge\\w*)|s'occupe\\w*|(?:est|sont) (?:deja )?(?:dessus|en (?:route|chemin)|sur (?:place|le coup|le pont|l'affaire)|mobilisee?s?|en train|au travail|a pied d'oeuvre)|(?:y )?travaille(?:nt)? (?:dessus|deja|actuellement|activement|a)|(?:suit|suivent|gere|gerent|traite|traitent) (?:votre|ton|le|la|votre)|arrive(?:nt)?\\b|intervien\\w+|a (?:deja )?(?:bien )?(?:pris|repris|recu)|vous (?:r?appelle|contacte) (?:en ce moment|actuellement))`,
      `(?:${NAME}|y) (?:y )?travaille dessus|(?:chez|confiee? a|entre les mains de) ${NAME} ?(?:,|qui|depuis|et)|y travaille (?:dessus|depuis)|(?:votre|ton) (?:dossier|demande|cas|ticket|reclamation) est (?:desormais |maintenant |actuellement |bien )?(?:suivie?|traitee?|geree?|entre (?:les|de bonnes) mains|prise? en (?:charge|main))`,
      `${THEY_EN}(?: (?:already|now|just|right now|currently))?(?:'s| is|'re| are| has| have)? (?:already |now |just |right now |currently )?(?:on (?:it|the case|site|(?:the|their|his|her) way)|working on|looking (?:into|after|at)|handling|dealing with|calling you|sorting|investigating|taken|picked (?:it|this|up)|heading|en route|there now|taking care|out there|fixing)`,
      `(?:your|the) (?:ticket|case|claim|complaint|query|file|order)(?:'s| is| has been) (?:now )?(?:with (?:our|a|an|the) (?:\\w+ )?(?:engineer|team|manager|specialist|colleague|department|agent)s?|being (?:handled|dealt with|worked on|looked after))|(?:she|he|they)(?:'s|'re| is| are) working on it`,
    ),
  ],
  [
    'refund',
    words(
      "(?:le |votre |ton )?(?:remboursement|virement|avoir|indemnisation|argent|somme|caution|trop-percu|montant|\\d+ ?€) (?:\\w+ )?(?:est|sont|a ete|ont ete|vous est|vous sont|t'est) (?:bien |deja |enfin )?(?:parti|passe|arrive|effectue|fait|emis|envoye|valide|traite|verse|revenu|disponible|vire|lance|credite|sur (?:votre|ton) compte)e?s?|(?:vous |t')?(?:avez|as) (?:bien |deja )?(?:ete )?(?:recu|percu) (?:le |votre |ton )?(?:remboursement|virement)",
      "(?:refund|money|payment|deposit|credit|[£$€] ?\\d[\\d.,]*)(?:'s| is| has| have| was| went| should already)? ?(?:already |now |all |been |gone |just )*(?:back (?:on|in|to|with)|through\\b|gone through|on its way|out|landed|in your (?:account|bank)|issued|paid|sent|processed|made|returned|approved|released|on your card)|back on your (?:card|account)|(?:we|i)(?:'ve| have)? (?:just |already )?(?:popped|put|pushed|issued|sent|processed|made|given you|raised) (?:you )?(?:a|the|your|through a) (?:full |partial |quick )?(?:refund|credit|payment)(?: through)?|went back to your|(?:refunded|credited|repaid) you\\b",
    ),
  ],
  [
    'delivery',
    words(
      "(?:est|sont|'est) (?:bien |deja |actuellement |desormais )?en (?:route|chemin|cours de (?:livraison|acheminement)|transit|livraison)|s'en (?:vient|viennent)|(?:il|elle|ils|elles|colis|commande|bouquet|paquet|carte) arrive(?:nt)? (?:\\w+ )?(?:demain|aujourd'hui|ce soir|cet apres-midi|ce matin|dans (?:la|l'|\\d)|lundi|mardi|mercredi|jeudi|vendredi|samedi|a \\d)|(?:a|ont) quitte (?:l'|notre|nos|le|la|\\w+)|vous attend (?:deja )?(?:au|a l'|en) (?:point|relais|bureau)",
      "(?:on (?:its|their|the) way(?: to you)?|out for delivery|in the post|winging its way|en route to you|(?:is|it's|now) with the (?:courier|driver)|in transit)|(?:it|parcel|order|package|bag|router|card|which|book|box)(?:'s| is)? ?(?:arrives?|arriving|coming) (?:\\w+ )?(?:tomorrow|today|tonight|this|on|by|monday|tuesday|wednesday|thursday|friday|saturday|first thing)|(?:parcel|order|package|bag|it|they|box) left (?:us|the|our|here|on|yesterday|this|today)|left the (?:warehouse|depot|shop|hub|store)",
    ),
  ],
  [
    'resolution',
    words(
      "(?:c'est|voila c'est|tout est|ca y est,? c'est|voila qui est|tout) (?:bien |enfin |desormais |maintenant )?(?:regle|fait|bon|ok|en ordre|au point|resolu|rentre dans l'ordre|corrige|repare|repart[ie]|revenu|retabli|operationnel|arrange|boucle)e?|(?:ca|il|elle|tout|cela|service|reseau|site|appli\\w*|ligne|courant) (?:re(?:marche|fonctionne|demarre|part)|(?:marche|fonctionne) (?:a nouveau|de nouveau|desormais|maintenant))|(?:est|sont) (?:a nouveau|de nouveau|de retour|enfin|desormais)\\b|a ete fait|le necessaire a ete|(?:technicien\\w*|expert\\w*|livreur|agent|il|elle) (?:est|sont) (?:bien |deja )?(?:venu|passe)e?s?|(?:probleme|souci|incident|panne) (?:est|a ete) (?:termine|resolu|regle|clos|derriere)e?",
      "(?:it|that|this|all|everything|you|line|service|site|app|network|power|water|heating|they|we)(?:'s|'re| is| are| has| have| was)? (?:now |all |been |already |just |fully )*(?:back (?:up(?: and running)?|on(?!(?:line)? (?:your|the))|online|in action|to normal|working|running)|up and running|working again|running again|sorted|all set|set\\b|good to go|done\\b|live\\b)|all (?:done|sorted|set|fixed|good now)|you're all set|job done|good as new|pushed (?:it )?live",
    ),
  ],
]

const ALL: readonly Pattern[] = [...SAID, ...PERFECT, ...BARE]

/** Every stretch that could be a claim, the ones without a participle first; the mood of each is read afterwards. */
export const findClaims = (folded: string): readonly Claim[] => {
  const found: Claim[] = []
  for (const [kind, pattern] of ALL)
    for (const m of findAll(pattern, folded))
      if (!found.some((f) => f.start < m.end && m.start < f.end)) found.push({ kind, start: m.start, end: m.end, text: m.text })
  return found.sort((a, b) => a.start - b.start)
}
