import { findIn } from '../reading/marks.ts'
import { type WordList, words } from '../reading/pattern.ts'

/**
 * What the words before a datum do with it: `ask` wants it from the customer, `erase` wants it gone, `keep` wants it at hand,
 * `have` says it is here, `find` says where it stands, `change` has them alter it at home, `self` is the brand giving something.
 */
export type Governor = {
  readonly does: 'ask' | 'erase' | 'keep' | 'have' | 'find' | 'change' | 'self' | 'offer'
  readonly start: number
  readonly end: number
}

const TO_US = "(?:[- ](?:nous|moi|m'|y|le|la|les|en))*"
/** Stems of giving, with the endings of « vous », « tu » and the infinitive. */
const GIVE_FR = `(?:envoy|renvoy|indiqu|donn|redonn|communiqu|precis|laiss|post|not|transm|partag|balanc|refil|fil|fourniss|renseign|mentionn|confirm|reconfirm|gliss|coll|tap|saisiss|rajout|ajout|adress|pass|repass|lach|montr|scann|publi|depos|inscriv|transfer|rappel|list|cit|bippe|joign|complet)(?:ez|er|e|es|s)|envoie|renvoie|mett(?:ez|re)|mets|remet(?:s|tez)|dis|dites|redis|redites|dire|ecri(?:s|vez|re)|repond(?:s|ez|re)(?: (?:avec|en))?|transmet(?:s|tez|tre)?|join(?:s|dre)|fourni(?:s|r)|saisi[rs]|inscri(?:s|re)`
const STEM_FR =
  '(?:envoy|envoi|renvoy|renvoi|indiqu|donn|redonn|communiqu|precis|laiss|post|not|transm|partag|balanc|fil|fourniss|renseign|mentionn|confirm|gliss|ajout|adress|pass|montr|publi|depos|inscriv|transfer|rappel|list|cit|complet)'
const FIRST_PERSON = "(?:je|j'|on|il|elle|ils|elles|qui) ?(?:vous |te |t'|l'|le |les |nous |y |en |lui |ne )*"
const GIVE_EN =
  '(?:send|share|give|post|drop|leave|reply(?! (?:back )?to)|respond(?! to)|comment|provide|confirm|tell|type|pop|put|add|state|quote|include|paste|text|let (?:us|me) (?:have|know)|pass|write|list|mention|remind|supply|submit|chuck|ping|throw|stick|fire)(?: (?:us|me|over|across|it|back))*|(?:sending|sharing|giving|posting|leaving|dropping|including|putting|revealing|disclosing|writing)'
const SELF_EN =
  "(?:i|we|they|she|he|it|i'll|we'll|we've|i've|i'm|we're|who|to us|colleague|team) (?:can |could |will |have |just |already |also )*"

const RULES: readonly (readonly [Governor['does'], WordList])[] = [
  [
    'self',
    words(
      `${FIRST_PERSON}(?:${STEM_FR}(?:e|ent|erai|era|eront|erait)|rappelle|rappellera|transmet|mets?|dit|ecrit|repond)|nous (?:vous |te |l'|le |les |y )*${STEM_FR}(?:ons|erons)`,
      `${SELF_EN}(?:send|sent|share|give|gave|post|posted|put|confirm|text|pass|popped|add|leave|left|quote)\\w*`,
    ),
  ],
  // « c'est noté sur votre ordonnance »: once the accents are gone, a participle looks like an order.
  [
    'find',
    words(`(?:est|sont|a|ont|ai|as|avez|avons|etait|ete|c'est) (?:bien |deja |ete |pas |toujours )*${STEM_FR}ee?s?`),
  ],
  [
    'erase',
    words(
      '(?:effac|supprim|retir|masqu|enlev|cach|flout|gomm|mod(?:ifier le|ifiez votre) (?:tweet|post|commentaire))\\w*|faire disparaitre',
      'delet\\w+|remov\\w+|tak(?:e|ing) (?:down|off|that down)|hid(?:e|ing)|blur\\w*|cover(?:ing)? up|black out|cross out|pop .{1,30} out of sight|edit out|scrub\\w*',
    ),
  ],
  [
    'keep',
    words(
      'gard(?:ez|e|er)|conserv(?:ez|e|er)|munissez-vous|muni[es]*|prepar(?:ez|e|er)|apport(?:ez|e|er)|prenez|prends|amen(?:ez|e)|ven(?:ez|ir) avec|viens avec|prevoyez|prevoir|ayez|presente[rz]?|sous (?:la main|les yeux)|ramen(?:ez|e)|emport(?:ez|e)|il faut|faut|se munir|protege[rz]?',
      "have|keep|bring\\w*|grab|carry|come (?:in )?with|pop in|dig out|get .{0,20} ready|protect|guard|you'll need|you need|have ready",
    ),
  ],
  [
    'have',
    words(
      "merci (?:pour|beaucoup pour)|bien (?:recue?|note|enregistre)|(?:j'ai|nous avons|on a|avons|j'avais) (?:bien |deja )*(?:recu|note|votre|ton|vos|tes|le|la|retrouve|vu|eu)|(?:je|on) (?:vois|retrouve|lis|voit|retrouvons)|avec (?:le|la) \\w+ que (?:vous|tu)",
      "thanks? (?:you )?for|(?:we|i|we've|i've) (?:already |now )*(?:have|got|have got|received|found|see|seen|can see)|got your|received your|as (?:per|on)",
    ),
  ],
  [
    'find',
    words(
      '(?:figure|trouv\\w+|apparai\\w+|retrouv(?:ez|er|e)|visible|lisible|indiquee?|inscrite?|est ecrit|commence|compte|se compose|sert|permet|suffit|reste|demandee? (?:a|lors)|vu|voir|lire)|risque\\w*|expose\\w*|est (?:public|visible|lisible)',
      "(?:is|are|it's|you'll find it|find it|located|printed|shown|appears?|visible|sits|starts?|works?) (?:on|in|at|with|best|there|visible|public|kept|printed|shown)|you'll find|can be found|find (?:your|the)|look (?:for|at)|check\\w*|shows?|everyone can see|anyone (?:can|could)",
    ),
  ],
  [
    'change',
    words(
      '(?:modifi|chang|mett\\w+ a jour|met(?:s|tre) a jour|actualis|verifi|recuper|reinitialis|cre|regard|consult|activ|valid)\\w*',
      'chang\\w+|updat\\w+|reset\\w*|check\\w*|verif\\w+|amend\\w*|creat\\w+|set up|forgot\\w*|recover\\w*',
    ),
  ],
  [
    'ask',
    words(
      `(?:${GIVE_FR})${TO_US}`,
      `(?:${GIVE_EN})`,
      "(?:il (?:me|nous) (?:faut|faudrait|faudra|manque|manquerait)|(?:il )?(?:me|nous) (?:faut|faudrait|faudra|manque)|j'ai (?:juste )?besoin|(?:on|nous) (?:a|avons|aurait|aurions|aura|aurons) (?:juste |seulement |simplement )?besoin|j'aurai[ts]? (?:juste |seulement )?besoin|(?:j'|on |nous )attend(?:s|ons)?|(?:je|on) (?:veu[xt]|voudrais?|voudrait) bien|(?:on |je |peut-on |puis-je |peux-je |pourrai[ts]?-(?:je|on) |pouvons-nous |pourrions-nous )(?:peut |peux |pourrait |pourrais )?(?:avoir|connaitre|recuperer|noter|prendre|te demander|vous demander)|(?:vous |te |t')?demand(?:e|er|ons|era|erons|erai|ent)|manque (?:juste|plus que))",
      "(?:quel(?:le)?s? (?:est|etait|sont|serait|etaient)|c'est quoi|c'etait quoi|(?:a|sur|sous|de|avec) quel(?:le)?s?|quel(?:le)?s?|t'as|tu as|as-tu|avez-vous|auriez-vous|vous avez|tu aurais|vous auriez|il est comment|rappele[rz]?)",
      "(?:we|i|we'd|i'd|we'll|i'll) (?:just |only |would |will |do |still |also )*(?:need|want|require|love|like)|(?:may|could|can|might) (?:i|we) (?:just |please |also )*(?:have|get|grab|take|ask for|see|know|borrow)|(?:what(?:'s|s| is| was| are| were)?|which|whats|under (?:what|which)|whose|who(?:'s| is) the)|have you (?:got )?|do you have|(?:ask(?:ed|ing)? (?:you )?for)|all (?:we|i) need|(?:just |only )?needs?|missing|waiting (?:for|on)|hit (?:us|me) with|(?:any chance of|mind sharing|mind giving|mind telling)",
    ),
  ],
]

/** Every governor of a stretch of the folded text, in order; of two that overlap the longer wins: "could we have" asks though "have" keeps. */
export const findGovernors = (source: { readonly folded: string }, from: number, to: number): readonly Governor[] => {
  const all = RULES.flatMap(([does, pattern]) =>
    findIn(source, pattern, from, to).map((m): Governor => ({ does, start: m.start, end: m.end })),
  ).sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: Governor[] = []
  for (const one of all) if (!kept.some((k) => k.start < one.end && one.start < k.end)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}
