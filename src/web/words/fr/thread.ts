import { frPlural } from '../plural.ts'

export const thread = {
  label: 'Conversation',
  back: 'Retour à la liste',
  details: 'Fiche et dossier',
  notFound: 'Ce dossier n’existe pas ou n’est plus à vous de voir.',
  unreadable: 'La conversation n’a pas pu être lue. Réessayez : rien n’est perdu.',
  ours: 'Message de la marque',
  theirs: 'Message reçu',
  brandBy: (brand: string, name: string) => `${brand} (${name})`,
  above: 'En réponse à',
  quoted: 'Message cité',
  audience: { public: 'public', private: 'privé' },
  outside: 'Publié hors du bureau',
  deleted: 'Supprimé par son auteur.',
  edited: (n: number) => `Modifié : voir ${frPlural(n, 'la version d’avant', `les ${n} versions d’avant`)}`,
  whatItSaid: 'Voir ce qui était écrit',
  seeThere: 'Voir sur le réseau',
  asMail: 'Voir la mise en forme',
  asText: 'Voir le texte seul',
  mailFrame: 'Mise en forme du courriel',
  imagesLeftOut: (n: number) =>
    `${n} ${frPlural(n, 'image distante n’est pas chargée : elle dirait', 'images distantes ne sont pas chargées : elles diraient')} à l’expéditeur que vous lisez.`,
  attachment: { image: 'image', video: 'vidéo', audio: 'son', file: 'fichier', link: 'lien' },
  noAlt: 'Image sans description',
  onlyThere: (name: string) => `${name} (à voir sur le réseau)`,
  hidden: (code: string) => `Caractère invisible U+${code}, montré ici`,
  note: 'Note interne',
  noteBy: (name: string, ago: string) => `Note de ${name}, ${ago}`,
  noOwner: 'Personne ne s’en occupe.',
  ownedBy: (name: string) => `Confié à ${name.replace(/\.$/, '')}.`,
  ownedByYou: 'Confié à vous.',
  reads: (name: string) => `${name} lit aussi.`,
  writes: (name: string) => `${name} écrit.`,
  resolved: (reason: string) => `Clos : ${reason.toLowerCase()}.`,
  snoozed: (until: string) => `De côté jusqu’à ${until}.`,
  waiting: 'Répondu, en attente du client.',
  lateBy: (spell: string) => `En retard de ${spell}.`,
  dueIn: (spell: string) => `À répondre dans ${spell}.`,
}

export const notifications = {
  title: 'Pour moi',
  answer: (n: number) =>
    n === 0
      ? 'Rien de nouveau pour vous.'
      : `${n} ${frPlural(n, 'nouvelle vous concerne', 'nouvelles vous concernent')}.`,
  readAll: 'Tout marquer comme lu',
  empty:
    'Vous verrez ici les notes qui vous nomment, les dossiers qu’on vous confie et les réponses qui n’ont pas pu partir.',
  unread: 'non lu',
  open: 'Ouvrir le dossier',
  sentence: (kind: string): string => {
    switch (kind) {
      case 'named-in-note':
        return 'Une note vous nomme.'
      case 'absence.recorded':
        return 'Vous remplacez quelqu’un : les jours sont dans Équipe.'
      case 'case.breached':
        return 'Une échéance est passée : un client attend toujours.'
      case 'rota.hole':
        return 'Bientôt, des heures ouvertes sans personne : voyez Équipe.'
      case 'case-given':
        return 'Un dossier vous est confié.'
      case 'delivery.refused':
        return 'Le réseau a refusé votre réponse.'
      case 'delivery.to-check':
        return 'Votre réponse est peut-être partie : à vérifier.'
      case 'delivery.stale':
        return 'Votre réponse a trop attendu : faut-il encore l’envoyer ?'
      case 'approval.asked':
      case 'approval.given':
        return 'Une réponse attend votre accord.'
      case 'approval.escalated':
      case 'approval.passed-on':
        return 'Une réponse attend toujours : votre accord est demandé.'
      case 'approval.holding-offered':
        return 'Une réponse va manquer l’échéance : validez-la, ou envoyez la réponse d’attente.'
      case 'approval.late':
        return 'L’échéance est passée sans accord sur une réponse.'
      case 'approval.approved':
        return 'Votre réponse est validée : elle part.'
      case 'approval.returned':
        return 'Votre réponse vous revient, avec une raison.'
      case 'approval.voided':
        return 'Votre réponse validée a été reprise avant son départ.'
      case 'approval.held-off':
        return 'Une réponse d’attente est partie ; votre réponse attend toujours un accord.'
      case 'commitment.near':
        return 'Une parole donnée à un client arrive à sa date.'
      case 'commitment.passed':
        return 'La date promise à un client est passée.'
      case 'commitment.kept':
      case 'commitment.broken':
        return 'Une parole que vous aviez donnée à un client est close.'
      case 'question.asked':
        return 'Un collègue vous interroge sur un dossier.'
      case 'question.near':
        return 'Une réponse sur un dossier est bientôt attendue.'
      case 'question.escalated':
        return 'Un service n’a pas répondu à temps : la question vous revient.'
      case 'question.answered':
        return 'Un service a répondu.'
      case 'removal.asked':
        return 'Un retrait légal attend une seconde personne.'
      case 'removal.confirmed':
      case 'removal.refused':
      case 'removal.hidden':
      case 'removal.not-hidden':
        return 'Le retrait que vous aviez demandé est décidé.'
      case 'channel.needs-attention':
        return 'Un compte doit être reconnecté.'
      default:
        return 'Un dossier a changé.'
    }
  },
}
