import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'

const source = {
  people: 'Qui entend les alertes',
  peopleNote:
    'Qui veille entend toujours chaque alerte. Ces personnes l’entendent aussi, dès que la gravité atteint leur niveau, par les moyens que chacune a choisis dans « Moi ».',
  nobody: 'Personne de plus que la veille.',
  never: 'jamais',
  from: (level: number) => `dès la gravité ${level}`,
  keep: 'Garder la liste',
  kept: 'Liste gardée',
  ways: 'Voies vers l’extérieur',
  waysNote:
    'Un salon, une machine ou un téléphone. Ce qui part dit des nombres et le niveau, jamais les mots d’un client. Formes publiées, essayées contre un serveur d’essai ; aucune n’a parlé au vrai service.',
  noWay: 'Aucune voie : les alertes restent dans le bureau, les e-mails et les notifications.',
  adminOnly: 'Seule l’administration ajoute ou coupe une voie.',
  shapes: {
    ...{ standard: 'Webhook signé (Standard Webhooks)', slack: 'Slack', teams: 'Microsoft Teams (Workflows)' },
    ...{ mattermost: 'Mattermost', telegram: 'Telegram', sms: 'Passerelle SMS' },
  },
  hints: {
    standard: 'L’adresse qui recevra les alertes. Chaque message est signé ; le secret est montré une fois.',
    slack: 'L’adresse du webhook entrant, donnée par Slack.',
    teams: 'L’adresse du flux « Quand une requête webhook Teams est reçue ».',
    mattermost: 'L’adresse du webhook entrant, donnée par Mattermost.',
    telegram: 'https://api.telegram.org/bot…/sendMessage, avec le jeton du robot.',
    sms: 'L’adresse d’envoi de la passerelle (corps « textMessage » et « phoneNumbers »).',
  },
  name: 'Nom de la voie',
  shape: 'Forme',
  url: 'Adresse',
  chat: 'Identifiant du salon',
  numbers: 'Numéros',
  numbersHint: 'En forme internationale, séparés par des virgules : +33612345678.',
  authorization: 'En-tête d’autorisation',
  authorizationHint: 'Ce que la passerelle demande, par exemple « Basic … ». Vide si elle n’en demande pas.',
  level: 'Dès la gravité',
  language: 'Langue des messages',
  add: 'Ajouter une voie',
  once: 'Copiez ce secret maintenant : il ne sera plus jamais montré.',
  secret: 'Secret de signature',
  seen: 'C’est copié',
  test: 'Essayer',
  tested: 'Essai parti : son sort s’affichera ici.',
  stop: 'Couper',
  stopTitle: (name: string) => `Couper ${name} ?`,
  stopText: 'Plus rien n’y partira, et ce qui attendait est abandonné.',
  stopped: 'coupée',
  neverSent: 'n’a encore rien porté',
  lastSent: (ago: string) => `dernier message porté ${ago}`,
  waiting: (n: number) => `${n} en attente`,
  trouble: (reason: string, ago: string, givenUp: boolean) =>
    givenUp ? `Abandonné ${ago} : ${reason}.` : `Ne passe pas (${ago}) : ${reason}. Un nouvel essai suit.`,
}
type AlertWords = typeof source

const fr = typesetAll(source, typesetFrench)

const en: AlertWords = {
  people: 'Who hears of alerts',
  peopleNote:
    'Whoever is on watch hears of every alert. These people hear of it too, as soon as its gravity reaches their level, by the means that each chose under “Me”.',
  nobody: 'Nobody besides the watch.',
  never: 'never',
  from: (level: number) => `from gravity ${level} on`,
  keep: 'Keep the list',
  kept: 'List kept',
  ways: 'Ways out',
  waysNote:
    'A room, a machine or a telephone. What leaves tells counts and the level, never a customer’s words. Shapes as published, tried against a test server; none has spoken to the real service.',
  noWay: 'No way out: alerts stay in the desk, e-mails and push notifications.',
  adminOnly: 'Only an administrator adds or stops a way.',
  shapes: {
    ...{ standard: 'Signed webhook (Standard Webhooks)', slack: 'Slack', teams: 'Microsoft Teams (Workflows)' },
    ...{ mattermost: 'Mattermost', telegram: 'Telegram', sms: 'SMS gateway' },
  },
  hints: {
    standard: 'The address that will take alerts. Each message is signed; the secret is shown once.',
    slack: 'The address of the incoming webhook, given by Slack.',
    teams: 'The address of the flow “When a Teams webhook request is received”.',
    mattermost: 'The address of the incoming webhook, given by Mattermost.',
    telegram: 'https://api.telegram.org/bot…/sendMessage, with the bot’s token.',
    sms: 'The gateway’s sending address (body “textMessage” and “phoneNumbers”).',
  },
  name: 'Name of the way',
  shape: 'Shape',
  url: 'Address',
  chat: 'Id of the chat',
  numbers: 'Numbers',
  numbersHint: 'In international form, apart by commas: +33612345678.',
  authorization: 'Authorization header',
  authorizationHint: 'What the gateway asks for, such as “Basic …”. Empty if it asks for none.',
  level: 'From gravity',
  language: 'Language of the messages',
  add: 'Add a way',
  once: 'Copy this secret now: it will never be shown again.',
  secret: 'Signing secret',
  seen: 'Copied',
  test: 'Try it',
  tested: 'A try has left: what became of it will show here.',
  stop: 'Stop',
  stopTitle: (name: string) => `Stop ${name}?`,
  stopText: 'Nothing more will go there, and what waited is dropped.',
  stopped: 'stopped',
  neverSent: 'has carried nothing yet',
  lastSent: (ago: string) => `last message carried ${ago}`,
  waiting: (n: number) => `${n} waiting`,
  trouble: (reason: string, ago: string, givenUp: boolean) =>
    givenUp ? `Given up ${ago}: ${reason}.` : `Does not get through (${ago}): ${reason}. Another try follows.`,
}

export const useAlertWords = (): AlertWords => (useSpeech().language === 'fr' ? fr : en)
