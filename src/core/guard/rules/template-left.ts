import { removeStretch } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import type { Rule } from '../rule.ts'

/** {{prénom}}, [NOM], (date), %s, <montant>, %NAME%, $name$, XXX, « Bonjour Prénom »: what a template leaves where nobody filled it in. */
const LEFT =
  /\{\{?[^{}\n]{0,60}\}\}?|\[(?!\.{3}|…)[\p{L}][\p{L} _'’/.-]{1,40}\]|<(?!3)[\p{L}][\p{L} _'’-]{1,40}>|%[\p{Lu}_]{3,30}%|@@[\p{Lu}_]{3,30}@@|(?<=\s)%[sd]\b|\((?:prenom|nom|date|heure|montant|lieu|name|first name|amount|time|city)\)|\$[a-z_]{3,30}\$|#[\p{Lu}_]{3,30}#|(?<![\p{L}\p{N}=_-])X{2,}(?::X{2,})?(?![\p{L}\p{N}])|(?<=\b(?:Bonjour|Bonsoir|Cher|Chère|Hello|Hi|Dear|Hey),? )(?:undefined|null|Prenom|PRENOM|NOM|Nom|Name|NAME|FirstName|First Name|Client Name|Customer Name)\b|\bn° ?_{2,}|_{4,}/gu
/** Brackets that people write themselves. */
const MEANT = /^\[(?:sic|edit|maj|update|deleted|supprime|spoiler|photo|image|video|lien|link)\]$/iu

/** A variable of the template that nobody filled in (A4). */
export const templateLeft: Rule = {
  code: 'A4',
  doctrine: 'A4',
  sentence: 'No set phrases, no copy and paste.',
  appliesTo: () => true,
  find: (draft) =>
    [...draft.plain.matchAll(LEFT)]
      .filter((m) => !MEANT.test(m[0]))
      .map((m) => {
        const stretch = { start: m.index, end: m.index + m[0].length }
        return {
          code: 'template-left',
          params: { what: m[0].slice(0, 40) },
          severity: 'block',
          ...toOriginal(draft, stretch.start, stretch.end),
          fixes: [removeStretch(draft, stretch)],
        } as const
      }),
}
