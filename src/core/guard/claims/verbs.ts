import type { ClaimKind } from '../finding.ts'

/**
 * Participles by what they claim and by the auxiliary that makes them a claim: « est ouvert » only describes, « a été ouvert » reports.
 * French stems come without gender and number; accents are folded.
 */
export type Participles = Readonly<Partial<Record<ClaimKind, string>>>

export const WITH_ETRE: Participles = {
  refund: 'rembours|recredit|restitu|revers|verse|dedommag|indemnis',
  delivery: 'livr|expedi|envoy|parti|sorti|distribu|achemin|remis|postee?$|arrive',
  replacement: 'remplac|echang|reexpedi',
  resolution:
    'regl|resolu|corrig|repar|retabli|debloqu|reactiv|rebranch|rectifi|fait(?:e?s?)(?= ?(?:[.!,;]|$|depuis|hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi|pour vous|maintenant|et))|revenu|restaur|annul|resili|trait|cloture|remise? en (?:service|marche|route|etat)|regularis|raccord|deduit|pose|teste|termine|retire|leve|install|recalcul|reedit|imprime|localis|identifie|confirm|reserv|program|planifi|prolong|renouvel',
  owner: 'prise? en charge|prise? en main|confi|assign|attribu',
  request: 'transmis|signal|relanc|prevenu|lance|alert|inform|notifi',
}

export const WITH_AVOIR: Participles = {
  refund: 'rembours|recredit|credit|restitu|revers|verse|vir|dedommag|indemnis|rendu',
  delivery:
    'livr|expedi|envoy|post|depos|remis|distribu|achemin|retrouv|quitt|glisse|mis (?:a la poste|dans|au courrier)',
  replacement: 'remplac|echang|renvoy|reexpedi|refait',
  resolution:
    'regl|resolu|corrig|repar|retabli|debloqu|reactiv|rebranch|reconnect|rectifi|fait|effectu|realis|trait|valid|annul|resili|supprim|modifi|mise? a jour|remise? en (?:service|marche|route|etat)|restaur|rouvert|sold|clotur|clos|enregistr|raccord|active|regularis|accord|change|deduit|pose|teste|fini|termine|boucle|retire|leve|install|recalcul|reedit|imprime|localis|identifie|confirm|reserv|program|planifi|prolong|renouvel|ajout|nettoye|prepare',
  owner:
    'prise? en charge|prise? en main|confi|assign|attribu|(?:repris|pris) (?:votre|ton|le|ta) (?:dossier|demande|relais|suite|contrat|commande|plainte|affaire|message)',
  request:
    'demand|redemand|transmis|signal|relanc|remont|prevenu|contact|alert|notifi|escalad|reclam|lance|saisi|inform|interrog|parl|reparl|faite? suivre|ouvert (?:un|une|votre|le)|ecrit (?:au|a la|a l)|appele (?:le|la|l|notre)',
}

export const WITH_IS: Participles = {
  refund: 'refunded|credited|reimbursed|repaid',
  delivery: 'sent|shipped|dispatched|despatched|delivered',
  replacement: 'replaced|exchanged|swapped',
  resolution:
    'fixed|sorted|resolved|solved|repaired|restored|corrected|reinstated|unlocked|reset|reconnected|rectified|settled|taken care of|dealt with|cancelled|deducted|installed|tested|finished|lifted|booked|rebooked|confirmed|written off|renewed|extended|reissued|wiped',
  owner: 'assigned|taken over',
  request: 'requested|escalated',
}

export const WITH_HAVE: Participles = {
  refund:
    'refunded|credited|reversed|reimbursed|paid(?: you)? (?:out|back)|repaid|compensated|returned to (?:you|your)|waived|returned',
  delivery:
    'sent|shipped|dispatched|despatched|posted(?! (?:a|an|guidance|here|some|more|about|updates?|info\\w*|details|on))|delivered|handed (?:over|in)|dropped off|popped (?:in the post|over|it in)|put (?:it |one )?in the post|found|located|left|mailed|couriered|signed for|collected',
  replacement: 'replaced|exchanged|swapped|reshipped|resent|re-sent',
  resolution:
    'fixed|sorted|resolved|solved|repaired|restored|corrected|reinstated|unlocked|unblocked|reset|reconnected|rectified|amended|cancelled|canceled|processed|completed|settled|dealt with|taken care of|filled(?: in)?|cleared|patched|done(?! (?:manually|by|in|at|on|through|automatically))|removed|approved|issued|reactivated|put right|emptied|mended|changed|deducted|installed|tested|finished|lifted|booked|rebooked|confirmed|written off|renewed|extended|reissued|reprinted|wiped|dropped off|added|adjusted|cleaned|redone|recalculated|topped up',
  owner: 'assigned|allocated|taken (?:this |it |your \\w+ )?(?:on|over|up)\\b|picked (?:this |it )?up',
  request:
    'requested|reported|escalated|raised|forwarded|passed (?:on|along|it|this|that|your|to)|chased|asked|logged|flagged|contacted|notified|spoken|informed|told|submitted|filed|alerted|briefed',
}

export const PAST: Participles = {
  refund: 'refunded|credited|reversed|reimbursed|paid (?:you )?(?:out|back)|repaid|waived',
  delivery:
    'sent|shipped|dispatched|despatched|posted (?:it|your|you|one|out|off|the)|delivered|handed|dropped (?:it|your)|popped (?:it|your|one|the)|mailed|found (?:your|it|the)|left (?:it|your|the parcel)',
  replacement: 'replaced|exchanged|swapped|resent',
  resolution:
    'fixed|sorted|resolved|solved|repaired|restored|corrected|reinstated|unlocked|reset|rectified|cancelled|processed|patched|approved|emptied|deducted|installed|lifted|rebooked|confirmed|renewed|reissued|wiped|recalculated',
  owner: 'assigned',
  request:
    'requested|reported|escalated|raised|forwarded|passed (?:it|this|that|your)|chased|asked (?:the|our|them|for)|logged|flagged|contacted|notified|spoke (?:to|with)|told (?:the|our)|alerted',
}
