export const composer = {
  label: 'Réponse',
  modes: 'À qui parlez-vous ?',
  mode: { public: 'Public', private: 'Privé', internal: 'Note interne' },
  amongUs: 'Entre nous : ne sort pas du bureau',
  speaker: (brand: string, network: string) => `${brand} sur ${network}`,
  asWhom: (brand: string, handle: string, network: string) =>
    `Vous écrivez au nom de ${brand}, ${handle}, sur ${network}.`,
  boxLabel: {
    public: (name: string) => `Réponse publique à ${name}`,
    private: (name: string) => `Message privé à ${name}`,
    internal: (name: string) => `Note interne sur le dossier de ${name}`,
  },
  placeholder: {
    public: (name: string) => `Répondre à ${name}, devant tout le monde`,
    private: (name: string) => `Écrire à ${name} seulement`,
    internal: (_name: string) => 'Pour vos collègues. @Nom prévient quelqu’un.',
  },
  send: { public: 'Répondre', private: 'Envoyer en privé', internal: 'Noter' },
  ask: 'Demander la validation',
  asked: 'Réponse soumise à validation : vous saurez ce qu’elle devient.',
  waits: 'Un collègue doit lire cette réponse avant son départ : c’est demandé.',
  sendAndNext: 'et suivant',
  resolveAfter: 'Puis clore',
  counter: (used: string, max: string, unit: string) => `${used} ${unit} sur ${max}`,
  units: { graphemes: 'caractères', bytes: 'octets', characters: 'caractères', weighted: 'caractères comptés' },
  tooMany: (n: string) => `${n} de trop`,
  blocked: 'À corriger avant l’envoi',
  isRead: 'Un collègue lit cette réponse avant son départ.',
  held: 'Réponse retenue un instant',
  penHeld: (name: string) => `${name} écrit ici. Vous pouvez lire, et reprendre la main.`,
  othersDraft: (name: string, ago: string) => `${name} a un brouillon ici, ${ago}.`,
  takePen: 'Reprendre la main',
  takePenTitle: (name: string) => `Reprendre la main à ${name} ?`,
  takePenText: (name: string) => `Le brouillon de ${name} est gardé ; l’historique dira que vous avez repris la main.`,
  movedOn: (replies: number) =>
    replies > 0
      ? 'Une réponse part déjà dans ce fil. Relisez avant d’envoyer la vôtre.'
      : 'Le fil a bougé pendant que vous écriviez : un message est arrivé, a changé ou a été retiré. Relisez-le.',
  sendAnyway: 'Envoyer quand même',
  keepDraft: 'Garder le brouillon',
  rival: 'Ce brouillon a changé dans une autre fenêtre :',
  keepMine: 'Garder le mien',
  takeOther: 'Prendre l’autre',
  colleagues: 'Collègues à prévenir',
}

export const privateWay = {
  title: (network: string) => `Privé sur ${network}`,
  asking: 'Nous demandons au réseau…',
  can: (how: string) => (how === 'same-thread' ? 'La conversation est privée.' : 'Un message privé lui parviendra.'),
  conditions: {
    'only-one-message': 'Un seul message : le suivant attendra sa réponse.',
    'may-land-in-requests': 'Il peut arriver dans ses demandes de message : dites-le-lui en public.',
  },
  until: (at: string) => `Possible jusqu’à ${at}.`,
  why: (code: string): string => {
    switch (code) {
      case 'not-mutual':
        return 'Vous ne vous suivez pas mutuellement : le message privé échouera.'
      case 'recipient-closed':
        return 'Cette personne n’accepte pas de messages privés.'
      case 'must-write-first':
        return 'Sur ce réseau, cette personne doit vous écrire en privé la première.'
      case 'window-expired':
        return 'Le délai du réseau pour lui écrire en privé est passé.'
      case 'already-used':
        return 'Vous lui avez déjà écrit en privé : le réseau attend sa réponse.'
      case 'blocked':
        return 'Cette personne bloque votre compte : aucun message ne lui parviendra.'
      case 'no-private-messages':
        return 'Ce réseau n’a pas de messages privés.'
      default:
        return 'Le réseau n’a pas dit si un message privé lui parviendrait. Proposez aussi un autre moyen.'
    }
  },
  offers: 'Ce que vous pouvez proposer',
  offer: (kind: string, value: string) =>
    kind === 'phone' ? `Téléphone : ${value}` : kind === 'email' ? `Courriel : ${value}` : value,
  invite: 'Proposer',
  inviteTo: (value: string) => `Proposer ${value} dans la réponse`,
  nothingToOffer: 'La marque n’a pas encore d’autre moyen à proposer : ajoutez-en un dans les réglages.',
}
