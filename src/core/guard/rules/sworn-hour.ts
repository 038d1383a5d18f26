import { findTimes } from '../reading/times.ts'
import type { Rule } from '../rule.ts'
import { findOutright } from './said-outright.ts'

/** « c'est promis », « vous avez ma parole », "guaranteed": not « sous garantie », which is a paper. */
const OATH =
  /\b(?:promis(?: jure)?(?=[.,!;]|$)|sans faute|(?:ma|notre) parole|parole d'honneur|c'est garanti|(?:vous|te) (?:le |l')?garanti(?:s|t|ssons)|vous (?:le )?promet(?:s|tons)|guaranteed|(?:have|give you) (?:my|our) word|(?:i|we) (?:promise|guarantee)|that's a (?:promise|guarantee)|without fail)\b/
/** What will have happened for the customer; what one will oneself look into is no such thing. */
const OUTCOME =
  /\b(?:vous|tu) (?:aurez|auras|recevrez|recevras|serez|seras)\b|\b(?:sera|seront|arrivera|arriveront|passera|passeront|reviendra|reviendront)\b|\byou(?:'ll| will) (?:have|get|receive|be)\b|\b(?:it|they|order|parcel|refund|money|bouquet|technician|engineer|driver)(?:'ll| will) (?:be|arrive|come|reach|call)\b/

/** A day or an hour that is sworn to the customer commits the brand, whatever stands around it: a second person reads it (G9). */
export const swornHour: Rule = {
  code: 'G9',
  doctrine: 'G9',
  sentence: 'Do not swear an hour that the brand may not keep.',
  appliesTo: () => true,
  find: (draft) =>
    findOutright(draft, (said) => OATH.test(said) && OUTCOME.test(said) && findTimes(said).length > 0, {
      code: 'slippery-ground',
      params: { ground: 'promise', name: '' },
      severity: 'approve',
    }),
}
