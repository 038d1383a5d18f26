import type { Topic } from '#core/notification/topics.ts'

const topics: Record<Topic, string> = {
  channel: 'Un compte est déconnecté',
  outside: 'Un message est parti hors du bureau',
  stop: 'Toute parole est arrêtée',
  'approval-late': 'Un accord tarde : il vous revient',
  approval: 'Un accord ou un arbitrage m’attend',
  note: 'Une note me nomme',
  case: 'Un dossier m’est confié',
  reply: 'Ce que devient ma réponse',
  deadline: 'Une échéance est passée',
  promise: 'Une parole donnée arrive à sa date',
  question: 'Une question sur un dossier',
  removal: 'Un retrait légal',
  rota: 'Planning : un trou, un remplacement',
  reading: 'Un message reçu est illisible',
}

const grave: Partial<Record<Topic, string>> = {
  channel: 'Grave : la marque n’entend plus ce qui se dit là, et personne d’autre ne le verra.',
  outside: 'Grave : un collègue s’est trompé de porte, ou le compte est volé.',
  stop: 'Grave : rien ne part avant que quelqu’un rende la parole.',
  'approval-late': 'Grave : un client va être déçu, et vous pouvez encore l’éviter.',
}

export const fr = {
  topics,
  grave,
  means: { email: 'Courriel', push: 'Appareils' },
  choose: 'Par où vous prévenir',
  chooseNote:
    'Tout est toujours dans Pour moi. Ailleurs, rien ne part de ce que vous avez vu entre-temps, et jamais deux fois la même chose.',
  mailTo: (address: string) => `Les courriels vont à ${address}.`,
  noMail: 'Ce bureau n’a pas de serveur de courriel : demandez à qui l’administre.',
  keep: 'Garder',
  kept: 'Choix gardés',
  quiet: 'Heures calmes',
  quietNote: 'Rien ne part pendant ces heures, sauf ce qui est grave. À leur fin, un seul message résume le reste.',
  noQuiet: 'Aucune heure calme : tout peut partir à toute heure.',
  zone: 'Fuseau horaire',
  slot: (n: number) => `Heures calmes ${n}`,
  days: { 1: 'lun.', 2: 'mar.', 3: 'mer.', 4: 'jeu.', 5: 'ven.', 6: 'sam.', 7: 'dim.' },
  from: 'De',
  until: 'à',
  nextDay: 'le lendemain',
  add: 'Ajouter des heures calmes',
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer : ${name}`,
  devices: 'Appareils',
  devicesNote:
    'Un navigateur peut vous prévenir même si le bureau est fermé. Il montre la marque et quoi faire, aucun mot de client.',
  noDevice: 'Aucun appareil ne vous prévient encore.',
  addThis: 'Prévenir sur cet appareil',
  deviceName: 'Nom de cet appareil',
  added: 'Cet appareil vous préviendra',
  removed: 'Appareil retiré',
  thisOne: 'cet appareil',
  told: (ago: string) => `prévenu ${ago}`,
  neverTold: 'pas encore prévenu',
  unable: 'Ce navigateur ne peut pas recevoir de notifications, ou l’adresse du bureau n’est pas en https.',
  denied: 'Le navigateur a refusé. Autorisez les notifications de ce site dans ses réglages, puis réessayez.',
  noService: 'Ce navigateur n’a pas pu s’inscrire auprès de son service de notifications. Réessayez plus tard.',
  trouble: (means: string, ago: string, reason: string) =>
    `${means} : un message n’est pas arrivé (${ago}, ${reason}).`,
  again: 'Il est tenté de nouveau.',
  givenUp: 'Il n’est plus tenté ; la nouvelle est dans Pour moi.',
}
