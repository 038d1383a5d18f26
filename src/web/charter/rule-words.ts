import { typesetFrench } from '#core/text/typeset-french.ts'
import { frPlural } from '../words/plural.ts'
import { typesetAll } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'

const fr = typesetAll(
  {
    title: 'La garde, règle par règle',
    answer: (off: number) =>
      off === 0
        ? 'Toutes les règles sont allumées.'
        : `${off} ${frPlural(off, 'règle est éteinte', 'règles sont éteintes')}.`,
    needsCharter: 'Aucune charte n’est en vigueur : aucune règle ne peut être éteinte.',
    on: 'Allumée.',
    kept: {
      person: 'Toujours allumée : elle protège des personnes.',
      law: 'Toujours allumée : la loi la demande.',
      account: 'Toujours allumée : elle garde le bon compte.',
      network: 'Toujours allumée : le réseau ne porterait pas ces mots.',
    },
    off: (name: string, when: string) => `Éteinte par ${name} depuis le ${when} :`,
    contested: (n: number, upheld: number) =>
      `Contestée ${n} fois en 30 jours${upheld === 0 ? '' : `, dont ${upheld} à raison`}.`,
    switchOff: 'Éteindre',
    switchOn: 'Rallumer',
    offOf: (rule: string) => `Éteindre : ${rule}`,
    onOf: (rule: string) => `Rallumer : ${rule}`,
    offTitle: (rule: string) => `Éteindre la règle ${rule} ?`,
    offLabel: 'Pourquoi la marque s’en passe',
    offHint: 'Pour toute la marque, dès maintenant, sous votre nom. Le journal le garde.',
    hurts: 'Insultes et menaces restent bloquées.',
    switchedOff: (rule: string) => `Règle ${rule} éteinte`,
    switchedOn: (rule: string) => `Règle ${rule} rallumée`,
    contests: 'Ce que l’équipe conteste',
    open: (n: number) =>
      n === 0
        ? 'Rien n’attend de décision.'
        : `${n} ${frPlural(n, 'contestation attend', 'contestations attendent')} une décision.`,
    by: (name: string, when: string) => `${name}, ${when} :`,
    inCase: (number: number) => `Dossier ${number}`,
    uphold: 'La garde se trompait',
    reject: 'La garde avait raison',
    noteTitle: 'La garde avait raison',
    noteLabel: 'Ce qu’il faut dire autrement',
    noteHint: 'Facultatif ; la personne qui conteste le lira.',
    decided: {
      upheld: (name: string) => `Fondée, selon ${name}.`,
      rejected: (name: string) => `Rejetée par ${name}.`,
    },
    own: 'La vôtre : une autre personne tranche.',
    suspended: 'Règle éteinte : voir plus bas.',
  },
  typesetFrench,
)

const en: typeof fr = {
  title: 'The guard, rule by rule',
  answer: (off) => (off === 0 ? 'Every rule is on.' : `${off} ${off === 1 ? 'rule is' : 'rules are'} off.`),
  needsCharter: 'No charter is in force: no rule can be switched off.',
  on: 'On.',
  kept: {
    person: 'Always on: it protects people.',
    law: 'Always on: the law asks for it.',
    account: 'Always on: it keeps the right account.',
    network: 'Always on: the network would not carry these words.',
  },
  off: (name, when) => `Switched off by ${name} since ${when}:`,
  contested: (n, upheld) =>
    `Contested ${n === 1 ? 'once' : `${n} times`} in 30 days${upheld === 0 ? '' : `, ${upheld} of them rightly`}.`,
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  offOf: (rule) => `Switch off: ${rule}`,
  onOf: (rule) => `Switch on: ${rule}`,
  offTitle: (rule) => `Switch rule ${rule} off?`,
  offLabel: 'Why the brand does without it',
  offHint: 'For the whole brand, from now on, under your name. The journal keeps it.',
  hurts: 'Insults and threats stay blocked.',
  switchedOff: (rule) => `Rule ${rule} is off`,
  switchedOn: (rule) => `Rule ${rule} is on`,
  contests: 'What the team contests',
  open: (n) =>
    n === 0 ? 'Nothing waits for a decision.' : `${n} ${n === 1 ? 'contest waits' : 'contests wait'} for a decision.`,
  by: (name, when) => `${name}, ${when}:`,
  inCase: (number) => `Case ${number}`,
  uphold: 'The guard was wrong',
  reject: 'The guard was right',
  noteTitle: 'The guard was right',
  noteLabel: 'What to say otherwise',
  noteHint: 'Optional; whoever contests will read it.',
  decided: {
    upheld: (name) => `Upheld by ${name}.`,
    rejected: (name) => `Rejected by ${name}.`,
  },
  own: 'Your own: somebody else decides.',
  suspended: 'Rule switched off: see below.',
}

export const useRuleWords = (): typeof fr => (useSpeech().language === 'fr' ? fr : en)
