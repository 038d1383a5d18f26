import { removeStretch } from '../fixes.ts'
import { fold, toOriginal } from '../reading/fold.ts'
import { type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'

/** {{prénom}}, [NOM], (date), %s, <montant>, %NAME%, $name$, XXX, « Bonjour Prénom »: what a template leaves where nobody filled it in. */
const LEFT =
  /\{\{?[^{}\n]{0,60}\}\}?|\[(?!\.{3}|…)[\p{L}][\p{L} _'’/.-]{1,40}\]|<(?!3)[\p{L}][\p{L} _'’-]{1,40}>|%[\p{Lu}_]{3,30}%|@@[\p{Lu}_]{3,30}@@|(?<=\s)%[sd]\b|\((?:prenom|nom|date|heure|montant|lieu|name|first name|amount|time|city)\)|\$[a-z_]{3,30}\$|#[\p{Lu}_]{3,30}#|(?<![\p{L}\p{N}=_-])X{2,}(?::X{2,})?(?![\p{L}\p{N}])|(?<=\b(?:Bonjour|Bonsoir|Cher|Chère|Hello|Hi|Dear|Hey),? )(?:undefined|null|Prenom|PRENOM|NOM|Nom|Name|NAME|FirstName|First Name|Client Name|Customer Name)\b|\bn° ?_{2,}|_{4,}/gu
/** Brackets that people write themselves, and the marks of a page that nobody fills in. */
const MEANT =
  /^(?:\[(?:sic|edit|maj|update|deleted|supprime|spoiler|photo|image|video|lien|link)\]|<(?:html|head|body|div|span|img|h[1-6]|ul|ol|li|table|script|style|iframe|button|br|hr|strong|pre)>)$/iu
/** What is told right before: a key to press, what the reader is to replace, the value of a setting. */
const TOLD_BEFORE =
  /(?:\b(?:appuy\w{1,4} sur|press(?:ing)?|hit|remplace[rz]|en remplacant|replace|replacing|swap)(?: (?:la|les?|the|ces|these))?(?: touches?| keys?)? ['"]?|[\w-]=["']?)$/
const INSTRUCTS =
  /\b(?:put|paste|write|add|use|insert|type|wrap|set|mett(?:ez|re)|coll(?:ez|er)|ecri(?:vez|re)|ajout(?:ez|er)|utilis(?:ez|er)|inser(?:ez|er)|tap(?:ez|er)|entour(?:ez|er))\b/
const OF_CODE =
  /\b(?:tags?|balises?|fichiers?|files?|snippets?|templates?|gabarits?|variables?|placeholders?|syntax|syntaxe|themes?|front matter|shortcodes?|liquid|jinja|twig|handlebars|mustache|html|css|h[1-6]|yaml|json|config|ligne de commande|command line|terminal)\b|\.(?:env|html|ya?ml|json|liquid|twig|php|js|css)\b/
/** Fields about the person who is answered: left bare they are never meant as they stand. */
const PERSONAL =
  /nom|name|civilite|client|customer|contact|guest|user|ticket|order|commande|montant|amount|\bdate|enseigne|agent/

/** The stretches between back-quotes, where people show code: a pair on one line, or a fence that is closed. */
const CODE = /```[\s\S]{1,2000}?```|`[^`\n]{1,200}`/g

const isShownAsCode = (draft: PreparedDraft, { start, end }: Stretch, shown: readonly Stretch[]): boolean => {
  const at = toOriginal(draft, start, end)
  if (shown.some((code) => code.start < at.start && code.end > at.end)) return true
  if (TOLD_BEFORE.test(draft.folded.slice(Math.max(0, start - 40), start))) return true
  const sentence = sentenceAt(draft, start)
  if (sentence === undefined || PERSONAL.test(draft.folded.slice(start, end))) return false
  const said = draft.folded.slice(sentence.start, start) + draft.folded.slice(end, sentence.end)
  return INSTRUCTS.test(said) && OF_CODE.test(said)
}

/** A variable of the template that nobody filled in (A4): not the code that a customer is shown, nor a field that the customer spoke of. */
export const templateLeft: Rule = {
  code: 'A4',
  doctrine: 'A4',
  sentence: 'No set phrases, no copy and paste.',
  appliesTo: () => true,
  find: (draft) => {
    const left = [...draft.plain.matchAll(LEFT)].filter((m) => !MEANT.test(m[0]))
    if (left.length === 0) return []
    const shown = [...draft.text.matchAll(CODE)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
    const asked = fold(draft.input.incoming).folded
    return left.flatMap((m) => {
      const stretch = { start: m.index, end: m.index + m[0].length }
      const what = draft.folded.slice(stretch.start, stretch.end)
      if ((/^\P{L}/u.test(what) && asked.includes(what)) || isShownAsCode(draft, stretch, shown)) return []
      return [
        {
          code: 'template-left',
          params: { what: m[0].slice(0, 40) },
          severity: 'block',
          ...toOriginal(draft, stretch.start, stretch.end),
          fixes: [removeStretch(draft, stretch)],
        } as const,
      ]
    })
  },
}
