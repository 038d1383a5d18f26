import { explainIn } from '#core/guard/explain.ts'
import type { Explanation } from '#core/guard/finding.ts'
import { fr as words } from '#core/guard/words/fr.ts'
import { frPlural } from '../plural.ts'

export const guard = {
  title: 'Avant l’envoi',
  waiting: 'Chaque mot est relu pendant que vous écrivez.',
  standing: {
    here: 'La garde lit maintenant dans la page, et la frappe peut ralentir. Rechargez la page pour la remettre à part.',
    nobody: 'La garde n’a pas pu se charger : rien ne part d’ici sans elle. Rechargez la page.',
  },
  internal: 'Une note reste entre vous : rien à vérifier.',
  clear: 'Rien à signaler',
  clearText: 'Ton, données personnelles, promesses et longueur : vérifiés.',
  severity: { block: 'Bloqué.', approve: 'À faire valider.', warn: 'À relire.' },
  cite: (words: string) => `« ${words} »`,
  contest: 'Contester',
  contestOf: (title: string) => `Contester : ${title}`,
  contested: (reason: string, severity: 'block' | 'approve' | 'warn') =>
    `Contesté (${reason}). ${severity === 'block' ? 'Ces mots restent bloqués.' : severity === 'approve' ? 'Un second regard décidera.' : 'Vos responsables le liront.'}`,
  announce: (blocking: number, warning: number) =>
    blocking > 0
      ? `${blocking} ${frPlural(blocking, 'point bloque', 'points bloquent')} l’envoi.`
      : warning > 0
        ? `${warning} ${frPlural(warning, 'point à relire', 'points à relire')}.`
        : 'Rien à signaler.',
  rule: words.rule,
  explain: (finding: Explanation): string => explainIn(words, finding),
  fix: words.fix,
}
