import type { Found } from '../finding.ts'
import { toOriginal } from '../reading/fold.ts'
import { isQuoted } from '../reading/mood.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'
import { canBeOf } from './wrong-account.ts'

const NAME = "((?:[A-Z][\\w'&.-]*\\w)(?: (?:(?:de|du|des|la|le|les|and|of|the|&) )?[A-Z][\\w'&-]*\\w)*)"
/** « nous, chez Kabanéo », « chez Kabanéo nous couvrons », "from all of us at Holyrood Smiles", "your friends at NorthRail". */
const SPEAKS = [
  `\\b[Nn]ous,? chez ${NAME}`,
  `\\b[Cc]hez ${NAME},? (?:nous|on) `,
  `\\b[Tt]oute l'equipe (?:de |d'|du )${NAME}`,
  `\\b(?:[Ff]rom|[Ll]ove from|[Tt]hanks from) (?:all(?: of us)?|everyone|the (?:whole )?team) at ${NAME}`,
  `\\b(?:all of us|[Yy]our (?:friends|team)|[Ww]e|of us) at ${NAME}`,
  `\\b[Hh]ere at ${NAME},? (?:we|our)\\b`,
].map((pattern) => new RegExp(pattern, 'g'))

const findOthers = (draft: PreparedDraft): Found[] => {
  const { brand } = draft.input
  const own = [brand.name, brand.account, brand.city ?? '', ...(brand.ownAccounts ?? [])]
  return SPEAKS.flatMap((pattern) =>
    [...draft.plain.matchAll(pattern)].flatMap(({ 0: said, 1: name = '', index }): Found[] => {
      if (isQuoted(draft.folded, index) || own.some((one) => one !== '' && canBeOf(one, name))) return []
      const start = index + said.indexOf(name)
      const place = toOriginal(draft, start, start + name.length)
      const written = draft.text.slice(place.start, place.end)
      return [{ code: 'other-brand', params: { name: written }, severity: 'approve', ...place, fixes: [] }]
    }),
  )
}

/** Words that say « we » under another house's name were meant for another account (G5). */
export const speaksAs: Rule = {
  code: 'G5',
  doctrine: 'G5',
  sentence: 'Never speak for another brand.',
  appliesTo: () => true,
  find: findOthers,
}
