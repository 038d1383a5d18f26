import { hasIn, marksOf } from './marks.ts'
import { type WordList, words } from './pattern.ts'

/** Turns of phrase that carry a negative word without denying anything, blanked out before negation is looked for. */
const NOT_REALLY_NEGATIVE = words(
  "n'hesite[rz]?(?: surtout)? pas a|hesite[zr]? pas a|pourquoi pas|pas de (?:souci|probleme|panique|quoi)s?|sans (?:souci|probleme|doute|faute)|il n'y a plus qu'a|n'est-ce pas|ne (?:vous|t'|te) inquiete[zr]? pas|pas que|non seulement|why not|no (?:worries|problem|doubt)|not only|don't (?:hesitate|worry)|can't wait",
)

const NEGATIVE = words(
  "ne|n'(?=[a-z])|pas|jamais|aucune?|rien|ni|sans|personne ne|nulle? part",
  'not|never|nor|no|none|nobody|nothing|without|neither|hardly|yet to|far from|cannot|no longer',
  "(?:is|are|was|were|has|have|had|did|does|do|ca|wo|would|should|could)n't|(?:has|have|had|was|were|is|are|did|does|would|could)nt",
)

const CONDITION = words(
  "si|s'(?=il|ils|elle)|quand|lorsque|lorsqu'|des que|des qu'|une fois|tant que|jusqu'a|avant|apres|au cas ou|pour que|afin que|le temps (?:que|qu'|de)|en attendant|a condition|selon que|meme si",
  'if|when|whenever|once|until|till|unless|whether|as soon as|the moment|as long as|in case|before|after|so that|provided|even if|the day',
)

/** « si » after a full stop is a condition; « si vite » is an adverb, and so is « après-demain ». */
const NOT_A_CONDITION = words(
  'si (?:vite|bien|peu|souvent|longtemps|facile|simple)|apres-(?:demain|midi)|avant-hier|after all|once (?:again|more|is|was|would)|before (?:noon|long)|apres tout|avant tout|une fois (?:de plus|encore|pour toutes)',
)

const SAID_BY_OTHERS = words(
  "vous (?:dites|disiez|ecrivez|indiquez|affirmez)|tu dis|selon vous|d'apres vous|(?:l'ecran|le site|l'appli|le suivi|la page|l'affichage) (?:dit|indique|affiche|disait)|il parait|la rumeur|on lit que",
  "you (?:say|said|mention|mentioned|wrote)|(?:screen|tracking|site|app|page|system|status) (?:says|shows|said|reads)|rumou?r|supposedly|apparently|according to you|you've been told|you were told",
)

const WISHED = words(
  "doit|doivent|devrait|devraient|devait|devaient|aurait|auraient|pourrait|peut-etre|serait|seraient|voudrions|aimerions|souhaitons|prevue?s?|cense[es]*|j'espere|on espere|esperons|pour etre|a faire",
  "should|ought|must|might|may|could|would|hope|hopefully|supposed|meant|due|want|wanted|need|needs|let's|to be|get it|want it|make sure|aim|expect|try to|trying to",
)

const FUTURE = words(
  "(?:sera|seront|seras|serez|aura|auront|va|vont|vas|allez|allons|ira|iront) ?(?:te |vous |l')?(?:etre|bientot|tres vite)?|(?:sera|seront|serez|seras)",
  "will|won't|going to|gonna|shall|'ll",
)

type Source = { readonly folded: string }

/** A list holds between two places, but for the turns of phrase that only look like it. */
const holds = (source: Source, list: WordList, exceptions: WordList, from: number, to: number): boolean =>
  marksOf(source, list).some(
    (m) =>
      m.start >= from && m.end <= to && !marksOf(source, exceptions).some((e) => e.start < m.end && m.start < e.end),
  )

export const isNegative = (source: Source, from: number, to: number): boolean =>
  holds(source, NEGATIVE, NOT_REALLY_NEGATIVE, from, to)
export const isConditional = (source: Source, from: number, to: number): boolean =>
  holds(source, CONDITION, NOT_A_CONDITION, from, to)
export const isSaidByOthers = (source: Source, from: number, to: number): boolean =>
  hasIn(source, SAID_BY_OTHERS, from, to)
export const isWished = (source: Source, from: number, to: number): boolean => hasIn(source, WISHED, from, to)
export const isFuture = (source: Source, from: number, to: number): boolean => hasIn(source, FUTURE, from, to)

/** Whether the place lies between two double quotes. */
export const isQuoted = (folded: string, at: number): boolean => {
  let open = -1
  for (let i = folded.indexOf('"'); i !== -1; i = folded.indexOf('"', i + 1)) {
    if (open === -1) {
      if (i >= at) return false
      open = i
    } else if (i > at) return true
    else open = -1
  }
  return false
}
