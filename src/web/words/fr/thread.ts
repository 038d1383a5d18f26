import { fr as notices } from '#core/notification/words/fr.ts'
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
  sentence: (kind: string): string => notices.sentence(kind),
}
