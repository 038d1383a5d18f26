import { findAll, words } from './pattern.ts'

const DAY = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const MONTH = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre'
const UNIT = 'minutes?|min|heures?|h|jours?|semaines?|mois'
const DAY_EN = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const MONTH_EN = 'january|february|march|april|may|june|july|august|september|october|november|december'
const UNIT_EN = 'minutes?|mins?|hours?|days?|weeks?|months?'

const TIMES = words(
  `demain|apres-demain|aujourd'hui|ce (?:soir|matin|midi|week-end)|cet apres-midi|cette (?:nuit|semaine)|(?:${DAY})(?: prochain| matin| soir| midi)?|(?:la semaine|le mois|les heures|les jours) (?:prochaine?|a venir|qui viennent)|dans (?:la (?:journee|soiree|matinee|nuit|semaine|foulee)|l'(?:heure|apres-midi)|les (?:\\d+|prochaines?|prochains|quelques) ?\\w*|(?:une?|deux|trois|quatre|cinq|quelques|\\d+) ?(?:${UNIT}))|(?:sous|d'ici) (?:\\d+|une?|deux|trois|quelques) ?(?:${UNIT})|d'ici (?:la )?(?:peu|fin \\w+(?: \\w+)?)|(?:en |a la |avant la )?fin (?:de (?:la )?|d'|du )?(?:matinee|journee|apres-midi|soiree|semaine|mois)|(?:le )?\\d{1,2}(?:er)? (?:${MONTH})|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|(?:a|vers|avant|des|pour) \\d{1,2} ?(?:h|heures)(?: ?\\d{2})?|(?:a|avant|vers) (?:midi|minuit)`,
  `tomorrow|tonight|today|this (?:morning|afternoon|evening|week|weekend)|(?:next |by |on |before )?(?:${DAY_EN})|next (?:week|month)|(?:in|within) (?:an?|the next|\\d+|two|three|a few|a couple of) ?(?:\\d+ )?(?:${UNIT_EN})|(?:by|before|at the) (?:the )?(?:end of (?:the )?(?:day|week|month)|noon|midnight)|(?:${MONTH_EN}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH_EN})|(?:at|by|before|around) \\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|o'clock)`,
)

/** A time that is over: the customer's own order, not a word that is given. */
const BEHIND =
  /(?:\b(?:du|de|depuis|depuis le|des|hier|passee?s?|passee?s? le|commandee?s?|recue?s?|achetee?s?|from|since|of|ordered|ordered on|placed|placed on|bought|last)) $/
const OVER = /^ (?:dernier|derniere|last|passee?)\b/

/** Times to come that a draft names: a day, an hour, a delay. Those of the past are nobody's promise. */
export const findTimes = (folded: string): readonly { start: number; end: number }[] =>
  findAll(TIMES, folded).filter(
    ({ start, end }) =>
      !BEHIND.test(folded.slice(Math.max(0, start - 20), start)) && !OVER.test(folded.slice(end, end + 10)),
  )
