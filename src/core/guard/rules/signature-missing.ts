import type { PreparedDraft } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

/** What may follow a name: blanks, emoji, a closing bracket, kisses. */
const AFTER = /(?: x{1,3}(?=\s|$)|[\s)»"]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+$/u
/** ^JM, - Tom, — Léa, /AB, (Tom: a mark that announces a signature. */
const MARKED = /(?:^|[\s.!?…])(?:[\^*(]|[-–—~/]{1,2} ?)\p{Lu}[\p{L}.'’-]{0,20}(?:[ ,&+]+\p{L}[\p{L}.'’-]*){0,5}\.?$/u
/** « Léa », « J.-P. V. », « Tom, Front Desk », « Claire du service client », « Tom & Ana », « A. Courbet ». */
const NAME = String.raw`\p{Lu}[\p{L}.'’]*(?:-\p{Lu}[\p{L}.]*)*`
const NAMED = new RegExp(
  `^${NAME}(?: ${NAME}){0,2}(?:(?: (?:&|et|and) ${NAME})|(?:,| (?:at|from|for|in|de|du|des|à|au|aux|chez|pour|la|le)|,? d['’]) ?\\p{L}[^.!?]{0,40})?$`,
  'u',
)
/** « Bonne route, Baptiste »: a wish, and who makes it. */
const WISHED = new RegExp(
  `(?:bonne?s?|belle|bien|soin|bon|excellente?|cordialement|bientôt|plus|best|kind|warm|care|cheers|regards|day|weekend|soon|journée|soirée)\\b[^.!?\\n]{0,40},\\s*${NAME}(?: ${NAME})?$`,
  'iu',
)
/** « Merry nearly, Gareth » */
const SHORTLY = new RegExp(`^(?:[\\p{L}'’-]+ ){0,3}[\\p{L}'’-]+, ${NAME}$`, 'u')
const OPENERS =
  /^(?:Bonjour|Bonsoir|Merci|Hello|Hi|Hey|Thanks|Thank|Sorry|Oui|Non|Yes|No|Désolée?|Pardon|Bonne|Bon|Belle|Bravo|Enjoy|See|Welcome|Bienvenue|Courage|Voilà|Done|Gone|Fait|Ok|Avec|Promis|Encore|Demain|Mille|Vraiment|Théâtre|L['’]équipe|Le|La|Les|The|Our|Your|We|Notre|Nous|On)(?!\p{L})/u

const afterLastSentence = (text: string): string => {
  const lines = text.split('\n')
  const line = (lines.at(-1) ?? '').trim()
  const cut = /^.*(?:[.!?…»)]|\p{Extended_Pictographic}|\uFE0F)\s+/su.exec(line)
  // The point of an initial ends no sentence.
  return cut === null || /(?:^|[\s.-])\p{Lu}\.\s+$/u.test(cut[0])
    ? cut === null
      ? line
      : line.slice(cut[0].replace(/(?:\p{Lu}\.[\s-]*)+$/u, '').length)
    : line.slice(cut[0].length)
}

/** Whether the words end with somebody's first name or initials. */
export const isSigned = (text: string): boolean => {
  const trimmed = text.trim().replace(AFTER, '')
  if (MARKED.test(trimmed) || WISHED.test(trimmed.replace(/\n+/g, ', ').replace(/,+\s*,/g, ','))) return true
  const last = afterLastSentence(trimmed).trim()
  if (last === trimmed || last.length > 60 || OPENERS.test(last)) return false
  return NAMED.test(last) || SHORTLY.test(last) || /^(?:\p{Lu}\.[\s-]*){1,4}$/u.test(last)
}

const asked = ({ input }: PreparedDraft): boolean => input.charter?.signature === 'required'

/** A real person signs, where the charter asks for it (A4, H1). */
export const signatureMissing: Rule = {
  code: 'A4',
  doctrine: 'A4',
  sentence: 'A real person who signs.',
  appliesTo: () => true,
  find: (draft) => {
    const end = draft.text.trimEnd().length
    if (!asked(draft) || end === 0 || isSigned(draft.text)) return []
    const from = Math.max(0, draft.text.slice(0, end).search(/\S+$/))
    return [{ code: 'no-signature', params: {}, severity: 'warn', start: from, end, fixes: [] }]
  },
}
