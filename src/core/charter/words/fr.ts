import type { Severity } from '#core/guard/finding.ts'
import { sayAutonomy } from './autonomy.ts'
import type { CharterWords } from './charter-words.ts'
import { contradictionFr } from './contradiction-fr.ts'
import { quoteAll, spellMinutes, spellMoney, spellWeek } from './spell.ts'

const quote = (list: readonly string[]) => quoteAll(list, 'fr')
const money = (cents: number) => spellMoney(cents, 'fr')
const months = (n: number) =>
  n === 0 ? 'aussitôt effacé' : n % 12 === 0 ? (n === 12 ? 'un an' : `${n / 12} ans`) : `${n} mois`
const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const then: Readonly<Record<Severity, string>> = {
  block: 'Jamais publié.',
  approve: 'Publié seulement une fois validé.',
  warn: 'À relire avant l’envoi.',
}

export const fr: CharterWords = {
  article: {
    mission: 'Notre mission',
    hours: 'Quand nous sommes là',
    networks: 'Où nous répondons, combien, et en combien de temps',
    autonomy: 'Qui peut dire quoi sans demander',
    sensitive: 'Ce qui se lit à plusieurs',
    waiting: 'Quand une réponse attend une deuxième personne',
    subjects: 'Ce dont nous ne parlons pas',
    words: 'Les mots que nous n’employons pas',
    voice: 'Comment nous parlons',
    gestures: 'Les gestes commerciaux',
    others: 'Les autres et nous',
    always: 'Ce qu’aucune charte ne change',
    moderation: 'Ce que la loi permet de retirer',
    retention: 'Combien de temps nous gardons',
  },
  hours: (week) =>
    week.every((slots) => slots.length === 0)
      ? 'Aucune heure n’est fixée.'
      : sentence(`${spellWeek(week, { days, range: (from, to) => `${from} à ${to}`, closed: 'fermé' }, 'fr')}.`),
  network: (
    { connector, expectedPerWeek, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar },
    { network },
  ) =>
    `${network(connector)} : environ ${expectedPerWeek} ${expectedPerWeek > 1 ? 'messages' : 'message'} par semaine. Première réponse en ${spellMinutes(firstReplyMinutes, 'fr')}, les suivantes en ${spellMinutes(nextReplyMinutes, 'fr')}${
      thanksReplyMinutes === undefined ? '' : `, un remerciement en ${spellMinutes(thanksReplyMinutes, 'fr')}`
    }, ${calendar === 'always' ? 'jour et nuit' : 'aux heures où nous sommes là'}.`,
  autonomy: (row, names) => sayAutonomy(row, names, 'fr'),
  sensitive: ({ name, words, approvers }) =>
    `${name} : lu par ${approvers === 2 ? 'deux autres personnes' : 'une autre personne'} avant de partir. Reconnu à ${quote(words)}.`,
  reservedSubject: ({ name, words, severity }) => `${name}. ${then[severity]} Reconnu à ${quote(words)}.`,
  reservedWord: ({ words, instead, severity }) =>
    `Pas de « ${words} »${instead === undefined ? '' : `, plutôt « ${instead} »`}. ${then[severity]}`,
  signature: (signature) =>
    signature === 'required'
      ? 'Chaque réponse finit par le prénom ou les initiales de la personne qui écrit.'
      : 'Les réponses ne sont pas signées.',
  address: (address) =>
    ({
      vous: 'Nous vouvoyons.',
      tu: 'Nous tutoyons.',
      free: 'Nous parlons à chacun comme il nous parle : « vous » ou « tu ».',
    })[address],
  liked: (words) => `Des mots qui nous ressemblent : ${quote(words)}.`,
  goodwill: ({ allowed, capCents, perYearCents }) =>
    allowed
      ? `Un geste est possible une fois le problème réglé, jamais avant : ${money(capCents)} au plus, et ${money(perYearCents)} par client sur douze mois.`
      : 'Aucun geste commercial en réponse.',
  competitors: (names) => `Nous ne jugeons pas en public : ${names.join(', ')}.`,
  otherBrands: (names) => `Nous ne parlons jamais au nom d’une autre marque : ${names.join(', ')}.`,
  ownHosts: (hosts) => `Nos liens mènent chez nous et nulle part ailleurs : ${hosts.join(', ')}.`,
  amountAbove: (cents) => `Une réponse qui nomme plus de ${money(cents)} attend une deuxième personne.`,
  reachAbove: (followers) =>
    `Une réponse à quelqu’un que plus de ${followers} personnes suivent attend une deuxième personne.`,
  manyAbove: (people) =>
    people === 0
      ? 'Un message à ceux qu’un incident touche est toujours lu par deux autres personnes avant de partir.'
      : `Un message à plus de ${people} ${people === 1 ? 'personne' : 'personnes'} qu’un incident touche est lu par deux autres personnes avant de partir.`,
  accounts: (accounts) => `Toute réponse attend une deuxième personne sur : ${accounts.join(', ')}.`,
  escalation: (share) =>
    `Une demande restée sans réponse passe à la personne suivante quand ${Math.round(share * 100)} % du temps restant au client est écoulé.`,
  standing: {
    G1: 'Nous ne demandons jamais une information personnelle en public.',
    G2: 'Nous ne répétons jamais en public une information personnelle, même si le client l’a écrite.',
    G3: 'Nous restons courtois, quoi qu’on nous dise.',
    G4: 'Nous ne disons que ce que le dossier prouve.',
    G5: 'Nous ne publions jamais depuis un autre compte que celui qui est affiché.',
    G6: 'Nous ne dénigrons ni la marque, ni sa ville, ni ses clients, ni ses équipes.',
    G7: 'Nous ne reprochons jamais à un client de se plaindre en public.',
    P1: 'La première réponse publique à un litige personnel invite à poursuivre en privé.',
    P2: 'Nous ne proposons qu’une voie privée qui arrive à cette personne.',
    D2x: 'Nous n’offrons jamais rien pour changer ou retirer un avis.',
    V3: 'Une personne qui apprend ne publie jamais seule.',
    D1: 'Une critique n’est jamais retirée ni cachée.',
  },
  cause: {
    hate: 'Un appel à la haine peut être retiré : deux personnes, un motif, la preuve gardée.',
    threat: 'Une menace peut être retirée : deux personnes, un motif, la preuve gardée.',
    'personal-data':
      'Les données personnelles d’autrui peuvent être retirées : deux personnes, un motif, la preuve gardée.',
    spam: 'La publicité et les robots peuvent être retirés : deux personnes, un motif, la preuve gardée.',
    impersonation: 'Une usurpation d’identité peut être retirée : deux personnes, un motif, la preuve gardée.',
    minors: 'Ce qui met un mineur en danger peut être retiré : deux personnes, un motif, la preuve gardée.',
  },
  retention: {
    mentionMonths: (n) => `Ce que nous avons lu sans y répondre : ${months(n)}.`,
    conversationMonths: (n) => `Un échange, après son dernier message : ${months(n)}.`,
    evidenceMonths: (n) => `La preuve d’un retrait : ${months(n)}.`,
  },
  change: {
    added: (sentence) => `Ajouté : ${sentence}`,
    removed: (sentence) => `Retiré : ${sentence}`,
    changed: (before, after) => `Changé : ${before} Désormais : ${after}`,
  },
  contradiction: contradictionFr,
}
