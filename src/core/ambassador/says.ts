import { fold } from '#core/guard/reading/fold.ts'

const THANKS = /\b(?:merci|remerci(?:e|ons|er|ements?)|thanks?|thank you|grateful)\b/
/** « Merci de nous envoyer votre numéro » asks for something and thanks nobody. */
const ASKING =
  /\bmerci (?:de|d'|d’|par avance|d avance)(?: (?:bien )?(?:vouloir|nous|me) ?)?(?:envoyer|indiquer|preciser|patienter|contacter|ecrire|communiquer|transmettre|remplir|adresser|consulter|verifier|vouloir)/g
const RECOMMENDS =
  /\b(?:je (?:vous )?(?:les |le |la |l')?recommande|nous recommandons|a recommander|je (?:vous )?(?:les |le |la )?conseille (?:vivement|fortement)|foncez|(?:i|we) (?:would |highly |really |totally |strongly |can only )*recommend|would recommend)\b/
const AGAINST =
  /\b(?:ne (?:vous )?(?:les |le |la |l')?(?:recommande|conseille)|deconseille|(?:don'?t|do not|won'?t|will not|wouldn'?t|would not|never|cannot|can'?t|not) (?:\w+ )?recommend|recommande (?:pas|jamais|plus)|recommend (?:against|avoiding))\b/

/** Whether we thank the customer in these words, and do not merely ask politely (P4). */
export const saysThanks = (text: string): boolean => THANKS.test(fold(text).folded.replaceAll(ASKING, ' '))

/** Whether a customer tells others to come to us, in their own words (C5). */
export const saysRecommends = (text: string): boolean => {
  const said = fold(text).folded
  return RECOMMENDS.test(said) && !AGAINST.test(said)
}
