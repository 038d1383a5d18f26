import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'

const source = {
  title: 'Second facteur',
  note: 'Un code de téléphone ou une clé d’accès, en plus du mot de passe, avant de répondre ou de valider. Lire et rédiger restent ouverts.',
  adminOnly: 'Seule l’administration décide quand un second facteur est demandé.',
  when: 'Demandé',
  policies: {
    'when-real': 'dès qu’un compte connecté publie hors de ce bureau',
    always: 'toujours, exercices compris',
    off: 'jamais (réglé hors de cet écran)',
  },
  asked: 'En ce moment, il est demandé.',
  notAsked: 'En ce moment, il n’est pas demandé : rien de connecté ne publie hors de ce bureau.',
  notAskedOff: 'En ce moment, il n’est pas demandé.',
  without: (names: string, n: number) =>
    n === 1 ? `${names} n’en a pas encore.` : `${names} n’en ont pas encore : ${n} personnes.`,
  everybody: 'Toute l’équipe en a un.',
  kept: 'Second facteur réglé',
}
type PolicyWords = typeof source

const fr = typesetAll(source, typesetFrench)

const en: PolicyWords = {
  title: 'Second factor',
  note: 'A code of a telephone or a passkey, besides the password, before anybody answers or approves. Reading and drafting stay open.',
  adminOnly: 'Only an administrator decides when a second factor is asked for.',
  when: 'Asked for',
  policies: {
    'when-real': 'once a connected account publishes outside this desk',
    always: 'always, practice included',
    off: 'never (set outside this screen)',
  },
  asked: 'It is asked for now.',
  notAsked: 'It is not asked for now: nothing connected publishes outside this desk.',
  notAskedOff: 'It is not asked for now.',
  without: (names, n) => (n === 1 ? `${names} has none yet.` : `${names} have none yet: ${n} people.`),
  everybody: 'Everybody in the team has one.',
  kept: 'Second factor set',
}

/** The words of this section come with it. */
export const usePolicyWords = (): PolicyWords => (useSpeech().language === 'fr' ? fr : en)
