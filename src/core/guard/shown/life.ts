import type { DatumKind } from '../finding.ts'
import { isConditional, isNegative } from '../reading/mood.ts'
import { findAll, type Pattern, words } from '../reading/pattern.ts'
import { clauseAt } from '../reading/prepare.ts'
import type { FindShown, Shown } from './shown.ts'

const THEIR = '(?:votre|vos|ton|ta|tes|son|sa|ses|leur|leurs|your|his|her|their|you)'
const AMOUNT = '(?:(?:€|\\$|£) ?\\d[\\d., ]{0,12}|\\d[\\d., ]{0,12}(?:€|\\$|£|euros?|eur|chf|k€))'
const FEW = '(?:un|une|deux|trois|quatre|cinq|plusieurs|\\d+|two|three|four|several|last|vos|your|the|des)'

/** What a bank, a lender or a biller knows. */
const MONEY = words(
  `${THEIR} (?:[\\w']+ ){0,2}(?:solde|decouvert|dettes?|impayee?s?|arrieres?|pret|credit|salaire|revenus?|employeur|echeances?|surendettement|saisie|rejets?|balance|overdraft|loan|mortgage|arrears|debts?|salary|income|wages|missed payments?|credit (?:score|rating|limit)|unpaid (?:bill|invoice|balance)s?)`,
  `(?:impayee?s?|decouvert|solde debiteur|dette|arriere|overdraft|arrears|debt|unpaid balance) (?:de |of )${AMOUNT}`,
  `(?:${FEW} )?(?:echeances?|mensualites?|factures?|cotisations?|loyers?|courses|commandes|seances|nuits|trimestres|direct debits?|payments?|instal?lments?|bills?) (?:impayee?s?|en retard|en souffrance|rejetee?s?|unpaid|overdue|bounced|missed|in arrears)`,
  `(?:${AMOUNT}|that|what|amount) you(?:'re)? (?:still )?ow(?:e|ing)|you owe (?:us )?${AMOUNT}|vous (?:nous )?(?:devez|restez devoir|etes redevable)(?: de)? (?:encore )?${AMOUNT}|${AMOUNT} (?:in (?:arrears|debt|the red|rent arrears)|overdue|overdrawn|behind|de retard|d'impayes?|a decouvert|en souffrance)|flagged (?:\\w+ )?for (?:\\w+ )?fraud|fiche banque de france|interdit bancaire`,
  `(?:capital|virement|versement|salaire|pension|rente) de ${AMOUNT}(?= (?:de votre|prevu|verse|vous))`,
)
const HEALTH = words(
  `${THEIR} (?:[\\w']+ ){0,2}(?:diabete|cancer|grossesse|fausse couche|allergies?|traitement (?:pour|contre|au|du|medical)|chimio\\w*|depression|operation (?:du|de|des)|hospitalisation|handicap|diagnostic|analyses|prise de sang|arret maladie|cure|addiction|sevrage|epilepsie|asthme|migraines?|tension|suivi (?:au|psy\\w*|medical)|antidepresseurs?|contraception|ivg|vih|levothyrox|diabetes|pregnancy|miscarriage|allergy|surgery|chemo\\w*|depression|diagnosis|disability|glaucoma|cataracts?|epilepsy|asthma|hiv|medication|prescription (?:of|for)|blood (?:test|pressure)|therapy|rehab|insulin|antidepressants?|condition is|mental health|sick (?:leave|note))`,
  '(?:for|suite a|pour) (?:\\w+ )?(?:glaucoma|diabetes|cataract|chemo\\w*|cancer|depression|diabete|glaucome|cataracte)(?: \\w+)?',
)
const AID = words(
  `${THEIR} (?:[\\w']+ ){0,3}(?:rsa|apl|aah|caf|fsl|quotient familial|minima sociaux|aides? sociales?|allocations?|chomage|cmu|css|bourse|surendettement|tarif (?:social|solidaire)|cheque energie|universal credit|housing benefit|pip|benefits?|jobseeker\\w*|food ?bank|free school meals|hardship fund|bailiffs?)`,
  "(?:demande|dossier|award|claim) (?:au |de |d'|of |for )(?:fsl|rsa|apl|aah|caf|aide sociale|universal credit|housing benefit|pip)",
)
/** What the customer's card, letter or message said. */
const PRIVATE_WORDS = words(
  '(?:carte|petit mot|mot|message|lettre|dedicace)\\b[^.!?"]{0,40}(?:il (?:etait|est) ecrit|disait|disant|portait|indiquait|ecrit|signee?(?: (?:de|par))?)[^.!?"]{0,12}(?="|:)',
  '(?:card|note|message|letter|gift tag)\\b[^.!?"]{0,30}(?:said|read|reads|says|signed|saying|wrote)[^.!?"]{0,12}(?="|:)',
  '(?:la carte|le mot|the card|the note) (?="[^"]{3,120}")',
)

const KINDS: readonly (readonly [DatumKind, Pattern])[] = [
  ['money', MONEY],
  ['health', HEALTH],
  ['aid', AID],
  ['private-words', PRIVATE_WORDS],
]
const OFFERED = /\b(?:notre|nos|our|une?|any|an?|des)\s(?:\w+\s)?$/
const STOP = /\W+/

/** The customer spoke of it first in public, and the draft adds nothing but sympathy. */
const alreadySaid = (text: string, incoming: string): boolean => {
  const last = text.split(STOP).findLast((w) => w.length > 3)
  return last !== undefined && incoming.includes(last.slice(0, Math.max(5, last.length - 2)))
}

/** Money, health, social aid and private words that only the customer's file could tell. */
export const findLife: FindShown = (draft) => {
  const { folded } = draft
  const found: Shown[] = []
  for (const [kind, pattern] of KINDS)
    for (const m of findAll(pattern, folded)) {
      const clause = clauseAt(draft, m.start)
      const from = clause?.start ?? 0
      const before = folded.slice(from, m.start)
      const whole = folded.slice(from, clause?.end ?? folded.length)
      if (
        kind !== 'private-words' &&
        (isConditional(draft, from, m.start) ||
          clause?.question === true ||
          OFFERED.test(before) ||
          isNegative(draft, from, m.start))
      )
        continue
      const told = /\d|confirm|dossier|on file|record|note[es]*\b/.test(whole)
      if (kind !== 'private-words' && alreadySaid(m.text, draft.incoming.folded) && !told) continue
      if (/\b(?:salaire|revenus?|employeur|salary|income|wages)$/.test(m.text) && !/\d/.test(whole)) continue
      if (/\ballergies?$/.test(m.text) && !told) continue
      if (kind === 'money' && /\b(?:credit|balance|loan|pret|solde)$/.test(m.text) && !told) continue
      found.push({ kind, start: m.start, end: m.end, sure: false })
    }
  return found
}
