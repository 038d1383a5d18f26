import { typesetFrench } from '#core/text/typeset-french.ts'
import { typesetAll } from '../words/typeset.ts'

const fr = typesetAll(
  {
    label: 'Pourquoi la garde se trompe',
    readHint: 'Ces mots attendront un second regard ; votre raison sera lue avec eux.',
    keptHint:
      'Cette règle protège des personnes, la loi ou la charte : les mots restent bloqués, vos responsables liront votre raison.',
    lightHint: 'Vos responsables liront votre raison ; cela ne change pas le départ de la réponse.',
    yes: 'Contester',
    goes: 'Contestation gardée : la réponse peut être soumise à un second regard.',
    kept: 'Contestation gardée : vos responsables la liront.',
  },
  typesetFrench,
)

const en: typeof fr = {
  label: 'Why the guard is wrong',
  readHint: 'These words will wait for a second reader, who reads your reason with them.',
  keptHint:
    'This rule protects people, the law or the charter: the words stay in, and your managers will read your reason.',
  lightHint: 'Your managers will read your reason; it changes nothing to how the reply leaves.',
  yes: 'Contest',
  goes: 'Contest kept: the reply may be put before a second reader.',
  kept: 'Contest kept: your managers will read it.',
}

export const contestWords = { fr, en }
