import type { EventName } from '#core/event.ts'

type Sentence = (by: string | null) => string
const by =
  (verb: string, alone: string): Sentence =>
  (name) =>
    name === null ? alone : `${name} ${verb}`
const always =
  (sentence: string): Sentence =>
  () =>
    sentence

/** Every event of the log as a sentence; a name without one does not compile. */
export const events: { readonly [K in EventName]: Sentence } = {
  'case.opened': always('Dossier ouvert par un message reçu'),
  'case.customer-wrote': always('Le client a écrit'),
  'case.customer-edited': always('Le client a changé ses mots'),
  'case.reopened': by('a rouvert le dossier', 'Dossier rouvert par un nouveau message'),
  'case.answered': always('Réponse reçue par le réseau : la promesse est tenue ou comptée'),
  'case.answered-outside': always('Réponse publiée hors du bureau'),
  'case.resolved': by('a clos le dossier', 'Dossier clos'),
  'case.assigned': by('a confié le dossier', 'Dossier confié'),
  'case.unassigned': by('a remis le dossier dans la file', 'Dossier remis dans la file'),
  'case.snoozed': by('a mis le dossier de côté', 'Dossier mis de côté'),
  'case.woken': by('a repris le dossier', 'Le dossier est revenu'),
  'case.breached': always('Échéance dépassée'),
  'message.received': always('Message reçu'),
  'message.edited': always('Message modifié par son auteur'),
  'message.deleted': always('Message supprimé par son auteur'),
  'message.published-outside': always('Message publié par notre compte hors du bureau'),
  'message.undelivered': always('Notre message n’est pas arrivé'),
  'delivery.held': by('a écrit une réponse, retenue un instant', 'Réponse retenue un instant'),
  'delivery.undone': by('a repris la réponse avant son départ', 'Réponse reprise avant son départ'),
  'delivery.queued': always('Réponse en file'),
  'delivery.sending': always('Réponse en départ'),
  'delivery.sent': always('Réponse publiée'),
  'delivery.refused': always('Réponse refusée par le réseau'),
  'delivery.doubtful': always('Réponse du réseau douteuse : vérification'),
  'delivery.to-check': always('Réponse à vérifier par quelqu’un'),
  'delivery.stale': always('Réponse trop ancienne pour partir seule'),
  'delivery.retried': always('Nouvel essai d’envoi'),
  'delivery.settled': by('a réglé l’envoi', 'Envoi réglé'),
  'note.added': by('a laissé une note', 'Note ajoutée'),
  'fact.recorded': by('a noté un fait au dossier', 'Fait noté au dossier'),
  'case.labelled': by('a posé une étiquette', 'Étiquette posée'),
  'case.unlabelled': by('a retiré une étiquette', 'Étiquette retirée'),
  'pen.taken': by('a repris la main', 'La main a changé'),
  'presence.changed': always('Présence'),
  'channel.connected': by('a connecté le compte', 'Compte connecté'),
  'channel.reconnected': by('a reconnecté le compte', 'Compte reconnecté'),
  'channel.updated': by('a réglé le compte', 'Compte réglé'),
  'channel.disconnected': by('a déconnecté le compte', 'Compte déconnecté'),
  'channel.needs-attention': always('Le compte demande quelqu’un'),
  'channel.recovered': always('Le compte répond de nouveau'),
  'channel.gap-repaired': always('Messages manqués rattrapés'),
  'channel.gap-found': always('Trou d’écoute constaté'),
  'receipt.quarantined': always('Réception incomprise, gardée en quarantaine'),
  'receipt.replayed': by('a relancé une réception', 'Réception relancée'),
  'workspace.created': by('a ouvert le bureau', 'Bureau ouvert'),
  'workspace.updated': by('a changé les réglages', 'Réglages changés'),
  'member.joined': by('a rejoint l’équipe', 'Nouveau membre'),
  'member.invited': by('a invité quelqu’un', 'Invitation envoyée'),
  'member.role-changed': by('a changé un rôle', 'Rôle changé'),
  'member.removed': by('a retiré un membre', 'Membre retiré'),
  'label.created': by('a créé une étiquette', 'Étiquette créée'),
  'label.deleted': by('a supprimé une étiquette', 'Étiquette supprimée'),
  'promise.changed': by('a changé une promesse de délai', 'Promesse changée'),
  'calendar.changed': by('a changé les heures d’ouverture', 'Heures changées'),
}
