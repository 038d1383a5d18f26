import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'

const source = {
  gravity: 'Gravité',
  gravityNote: 'D’après les messages de cette affaire.',
  notes: 'Notes pour la hiérarchie',
  answers: {
    ready: (n: number) => (n === 1 ? 'Une note attend votre relecture.' : `${n} notes attendent votre relecture.`),
    next: (at: string) => `La prochaine note sera rédigée à ${at}.`,
    none: 'Aucune note n’est plus attendue.',
  },
  steps: { 'half-hour': 'Première demi-heure', hour: 'H+1', 'two-hours': 'H+2', day: 'J+1' },
  toCome: (at: string) => `à ${at}`,
  skipped: 'non rédigée',
  toRead: 'à relire et à envoyer',
  sent: (by: string, at: string) => `envoyée par ${by}, ${at}`,
  copied: (by: string, at: string) => `remise par ${by}, ${at}`,
  drafted: (at: string) => `Rédigée d’après les faits de ${at}. Chaque ligne dit d’où elle vient.`,
  edited: (by: string) => `Corrigée par ${by}.`,
  words: 'La note',
  keep: 'Garder mes corrections',
  kept: 'Corrections gardées',
  again: { fr: 'Rédiger à nouveau', en: 'Rédiger en anglais' } as Readonly<Record<'fr' | 'en', string>>,
  againSure: 'Rédiger à nouveau ?',
  againText: 'La note est reprise des faits de maintenant ; vos corrections sont perdues.',
  to: 'Envoyer à',
  toHint: 'Des adresses séparées par des virgules.',
  send: 'Envoyer par e-mail',
  sentNow: 'La note part',
  copy: 'Copier et noter comme remise',
  copyDone: 'Note copiée',
  noMail: 'Le bureau n’a pas de serveur d’e-mail : la note se copie.',
  mail: {
    ...{ waiting: 'en route', sending: 'en route', sent: 'arrivée au serveur', failed: 'abandonnée' },
    dropped: 'abandonnée',
  } as Readonly<Record<string, string>>,
  report: 'Bilan de l’affaire',
  reportNote: 'Ce qui a bien marché et ce qui a manqué, d’après le journal ; chaque jugement nomme sa règle.',
  reportEarly: 'L’affaire est ouverte : le bilan est provisoire.',
  page: 'Page à imprimer',
  pdf: 'PDF',
}
type NoteWords = typeof source

const fr = typesetAll(source, typesetFrench)

const en: NoteWords = {
  gravity: 'Gravity',
  gravityNote: 'From the messages of this affair.',
  notes: 'Notes for the hierarchy',
  answers: {
    ready: (n: number) => (n === 1 ? 'One note waits for you to read it.' : `${n} notes wait for you to read them.`),
    next: (at: string) => `The next note will be drafted at ${at}.`,
    none: 'No more note is expected.',
  },
  steps: { 'half-hour': 'First half hour', hour: 'H+1', 'two-hours': 'H+2', day: 'D+1' },
  toCome: (at: string) => `at ${at}`,
  skipped: 'not drafted',
  toRead: 'to be read and sent',
  sent: (by: string, at: string) => `sent by ${by}, ${at}`,
  copied: (by: string, at: string) => `handed over by ${by}, ${at}`,
  drafted: (at: string) => `Drafted from the facts of ${at}. Each line says where it comes from.`,
  edited: (by: string) => `Corrected by ${by}.`,
  words: 'The note',
  keep: 'Keep my corrections',
  kept: 'Corrections kept',
  again: { fr: 'Draft in French', en: 'Draft anew' },
  againSure: 'Draft anew?',
  againText: 'The note is drawn from the facts of now; your corrections are lost.',
  to: 'Send to',
  toHint: 'Addresses apart by commas.',
  send: 'Send by e-mail',
  sentNow: 'The note leaves',
  copy: 'Copy, and note it as handed over',
  copyDone: 'Note copied',
  noMail: 'The desk has no mail server: the note is copied.',
  mail: {
    ...{ waiting: 'on its way', sending: 'on its way', sent: 'taken by the server', failed: 'given up' },
    dropped: 'given up',
  },
  report: 'Report on the affair',
  reportNote: 'What went well and what failed, from the journal; each judgement names its rule.',
  reportEarly: 'The affair is open: the report is provisional.',
  page: 'Page to print',
  pdf: 'PDF',
}

export const useNoteWords = (): NoteWords => (useSpeech().language === 'fr' ? fr : en)
