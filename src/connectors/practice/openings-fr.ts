import type { OpeningGroup } from './opening.ts'

/** What people of the town say first, in French. */
export const openingsFr: readonly OpeningGroup[] = [
  {
    kind: 'dispute',
    topic: 'delivery',
    texts: [
      'Bonjour {at}, ma commande {order} devait arriver {day}, toujours rien. Vous pouvez regarder ?',
      '{at} le suivi dit « livré » depuis hier 14h mais je n’ai rien reçu, ni moi ni le gardien…',
      'Bonsoir, c’était pour l’anniversaire de ma mère ce midi. Le {product} n’est jamais arrivé. Je suis vraiment déçu{e} {at}',
      'Bonjour {at}, le livreur a laissé le {product} devant le portail, sous la pluie. Tout est trempé.',
      '{at} on me répond « adresse introuvable ». J’habite là depuis 22 ans, la mairie est en face.',
      'Deuxième livraison repoussée sans un mot. Je repose une demi-journée {day} pour rien, {at} ?',
      'Bonjour, j’attends un {product} pour un enterrement demain 10h. Dites-moi juste s’il part aujourd’hui. Merci {at}',
      '{at} colis annoncé entre 8h et 13h, il est 18h30, je n’ai pas bougé de chez moi. Une idée ?',
      'bonjour {at} j’ai bien recu le mail de livraison mais pas le {product}, c’est normal ? je m’inquiete un peu',
    ],
  },
  {
    kind: 'dispute',
    topic: 'delivery',
    tempers: ['hot'],
    texts: [
      '4 jours de retard. QUATRE. Et pas un mail. {at} vous faites quoi au juste ???',
      'Je viens de passer 40 min au téléphone avec {at} pour entendre « on vous rappelle ». Personne n’a rappelé. Minable.',
      '{at} livreur parti sans sonner, avis de passage bidon, dépôt à 25 km. Vous vous moquez de qui ?',
      'C’est la DERNIÈRE fois que je commande chez {brand}. Livré écrasé, carton ouvert, et débrouille-toi.',
      'Toujours pas de {product} {at}. Vous encaissez plus vite que vous ne livrez, ça c’est sûr.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'delivery',
    tempers: ['sarcastic', 'terse'],
    texts: [
      'Suspense insoutenable : mon {product} {at} est-il à Orléans, à Bordeaux ou en orbite ? Le suivi ne tranche pas.',
      'Petit jeu {at} : une commande, trois dates de livraison, zéro livraison. Qui dit mieux ?',
      'La bonne nouvelle, c’est que ma tante a fêté ses 80 ans. La mauvaise, c’est que {at} le saura peut-être pour ses 81.',
      '{at} commande {order}. pas livrée. pas de nouvelles. voilà',
      'J’ai suivi mon colis {at} plus assidûment que ma série préférée. La fin est décevante : « statut inconnu ».',
    ],
  },
  {
    kind: 'dispute',
    topic: 'quality',
    trade: 'florist',
    texts: [
      'Bonjour {at}, bouquet reçu ce matin, déjà fané ce soir. À 49 €, je m’attendais à mieux. Photo sur demande.',
      '{at} j’avais commandé des pivoines roses, on m’a livré des œillets orange. C’est joli, mais ce n’est pas du tout ça…',
      'Les roses ont tenu deux jours. Deux. Pourtant eau fraîche et tiges recoupées comme sur votre carte {at}',
      'Bonjour, la moitié des tiges étaient cassées à l’ouverture. Ma grand-mère n’a pas osé me le dire. {at}',
      '{at} il y avait des pucerons plein le rosier, ma terrasse est envahie maintenant',
    ],
  },
  {
    kind: 'dispute',
    topic: 'quality',
    tempers: ['hot', 'sarcastic'],
    texts: [
      'Sur la photo : somptueux. Dans le carton : triste. Vous faites les photos dans quel pays, {at} ?',
      '{at} j’ai payé le grand modèle, j’ai reçu le petit. La différence elle est dans quelle poche ?',
      'Mon {product} est arrivé en trois morceaux. Le mot « fragile » sur le carton, c’était pour l’humour ? {at}',
      'Quelqu’un d’autre a reçu un {product} dans cet état chez {brand} ou ça n’arrive qu’à moi ?',
    ],
  },
  {
    kind: 'dispute',
    topic: 'refund',
    texts: [
      'Bonjour {at}, vous m’avez promis un remboursement le mois dernier. Toujours rien sur mon compte.',
      '{at} commande {order} annulée par vous, pas par moi. Quand est-ce que je revois mes 62 € ?',
      'On m’a dit « sous 5 jours ouvrés ». On en est à 19. Je commence à m’inquiéter {at}',
      'Bonjour, j’ai été débité{e} deux fois pour la même commande. Que dois-je faire {at} ?',
    ],
  },
  {
    kind: 'dispute',
    topic: 'refund',
    tempers: ['hot', 'sarcastic'],
    texts: [
      'Rendez l’argent {at}. C’est simple non ? Commande annulée = remboursement. CM1.',
      'Un mois que {brand} me « traite en priorité ». Si c’est ça la priorité, je n’ose pas imaginer le reste.',
      '{at} vous me prenez 74 € en 2 secondes et il vous faut 3 semaines pour me les rendre ?!',
      'J’offre un bon d’achat à qui retrouve mon remboursement {at}. Ah non, on m’en a déjà proposé un à la place.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'returns',
    texts: [
      'Bonjour {at}, retour déposé en point relais il y a 12 jours, le site dit encore « en attente ». Vous l’avez reçu ?',
      '{at} l’étiquette de retour ne s’imprime pas, j’ai essayé sur trois ordinateurs. Une autre solution ?',
      'bjr {at} j’ai renvoyé le {product} et on me demande encore de payer les frais de retour alors que l’erreur vient de vous',
    ],
  },
  {
    kind: 'dispute',
    topic: 'service',
    texts: [
      'Bonjour {at}. Trois mails, aucune réponse. J’essaie ici en espérant tomber sur quelqu’un.',
      '{at} en boutique {day}, on m’a laissé{e} attendre vingt minutes sans un regard. Je suis client{e} depuis dix ans…',
      'Votre standard me met en attente puis raccroche. Cinq fois de suite. C’est voulu {at} ?',
    ],
  },
  {
    kind: 'dispute',
    topic: 'service',
    tempers: ['hot'],
    texts: [
      'Le vendeur de {brand} m’a parlé comme à un enfant. À 46 ans, merci bien. Je veux des excuses.',
      '{at} vous répondez à ceux qui vous font des compliments et jamais à ceux qui râlent, on le voit vous savez',
      'Votre « service client » {at} : un répondeur, puis un autre répondeur, puis plus rien. Bravo.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'payment',
    texts: [
      '{at} paiement refusé sur le site, mais débité sur mon compte. La commande n’apparaît nulle part. Help !',
      'Bonjour {at}, ma carte cadeau de 30 € est refusée en ligne alors qu’elle est valable jusqu’en décembre.',
      'Le code promo de votre lettre ne marche pas {at}, et le panier expire ce soir…',
    ],
  },
  {
    kind: 'dispute',
    topic: 'order',
    audience: 'private',
    texts: [
      'Bonjour, je préfère vous écrire ici. Ma commande {order} n’est pas arrivée et c’était un cadeau. Pouvez-vous vérifier ?',
      'Bonjour, la carte jointe au {product} portait le message de quelqu’un d’autre. C’est assez gênant… Commande {order}.',
      'Bonsoir, je me suis trompé{e} d’adresse dans la commande {order}. Il est encore temps de corriger ?',
      'Bonjour, on a livré chez mon ex au lieu de chez moi. Je ne vais pas raconter ça en public, mais il faut faire quelque chose.',
      'bonjour je suis abonné{e} depuis mars et je n’arrive pas a resilier, le bouton ne fait rien. merci de votre aide',
    ],
  },
  {
    kind: 'question',
    topic: 'hours',
    texts: [
      'Bonjour {at}, vous êtes ouverts dimanche ?',
      '{at} vous fermez à quelle heure ce soir ? je finis à 19h',
      'Bonjour, la boutique du port est-elle ouverte le lundi de Pentecôte {at} ?',
      '{at} ouvert entre midi et deux ou pas ?',
      'Votre site dit 20h, Google dit 19h, la porte dit 19h30. {at} qui croire ?',
    ],
  },
  {
    kind: 'question',
    topic: 'delivery',
    texts: [
      'Bonjour {at}, livrez-vous à la campagne, à 30 km de Nantes ? C’est pour {day}.',
      '{at} jusqu’à quelle heure commander pour une livraison le jour même ?',
      'Vous livrez dans les hôpitaux {at} ? Ma sœur vient d’accoucher 🥰',
      'Petite question {at} : peut-on choisir le créneau de livraison, ou c’est la surprise ?',
      'Bonjour {at}, est-ce qu’on peut faire livrer en Belgique ?',
    ],
  },
  {
    kind: 'question',
    topic: 'returns',
    texts: [
      '{at} on a combien de jours pour rendre un article ?',
      'Bonjour {at}, si le {product} ne plaît pas, l’échange en boutique est possible sans ticket ?',
      'Les frais de retour sont à ma charge ou à la vôtre {at} ? Je ne trouve pas sur le site.',
    ],
  },
  {
    kind: 'question',
    topic: 'stock',
    texts: [
      '{at} le {product} de la vitrine, il en reste ? Le site dit épuisé.',
      'Bonjour {at}, quand revient le grand {product} de l’an dernier ?',
      'Vous auriez quelque chose à moins de 25 € pour une maîtresse d’école {at} ?',
      '{at} vous prenez les commandes pour un mariage en juin ? Environ 80 personnes.',
    ],
  },
  {
    kind: 'question',
    topic: 'payment',
    texts: [
      '{at} vous acceptez les chèques vacances ?',
      'Bonjour {at}, le paiement en trois fois, c’est à partir de combien ?',
      'Est-ce que je peux utiliser deux cartes cadeaux sur la même commande {at} ?',
    ],
  },
  {
    kind: 'question',
    topic: 'website',
    texts: [
      '{at} votre site me met une page blanche au moment de payer, c’est chez moi ou chez vous ?',
      'Bonjour {at}, impossible de changer mon mot de passe, le mail n’arrive jamais.',
      'l’appli {brand} plante dès que j’ouvre mes commandes, vous êtes au courant ?',
    ],
  },
  {
    kind: 'question',
    topic: 'order',
    audience: 'private',
    texts: [
      'Bonjour, puis-je ajouter un petit mot à ma commande {order} avant qu’elle parte ?',
      'Bonjour, pouvez-vous m’envoyer la facture de la commande {order} ? C’est pour ma comptabilité.',
      'Bonsoir, est-il possible de livrer sans que le prix apparaisse ? C’est un cadeau.',
    ],
  },
  {
    kind: 'praise',
    topic: 'general',
    texts: [
      'Merci {at} ! Le {product} est magnifique, ma mère en a pleuré (de joie, je précise) 😊',
      'Je le dis quand ça va aussi : commande à 10h, livrée à 16h, parfaite. Merci {at}',
      'Mention spéciale à la dame de {brand} qui m’a rattrapé{e} sur le trottoir pour me rendre mon portefeuille. Classe.',
      'Dix ans que je vais chez {at}, dix ans que je ressors avec le sourire.',
      'Le livreur de {at} est monté jusqu’au 5e sans ascenseur pour ma grand-mère. Dites-lui merci de notre part ❤️',
      '{at} problème réglé en une heure {day}. On râle assez, alors là : chapeau.',
      'Franchement {at} l’emballage, le petit mot à la main… ça change de tout. Bravo à l’équipe.',
      'Mon {product} de chez {brand} a fêté ses deux ans, il se porte mieux que moi 🌿',
    ],
  },
  {
    kind: 'idea',
    topic: 'general',
    texts: [
      'Une idée {at} : proposer un abonnement tous les 15 jours plutôt que tous les mois ?',
      '{at} ce serait bien d’avoir moins de plastique dans les colis. Le reste est parfait.',
      'Dites {at}, un atelier du samedi pour les enfants, vous y avez pensé ? Je signe tout de suite.',
      'Vous devriez afficher la date de livraison avant le paiement {at}, pas après.',
    ],
  },
  {
    kind: 'troll',
    topic: 'general',
    texts: [
      '{at} c’est vrai que vous achetez tout au supermarché d’à côté et que vous changez l’étiquette ?',
      'Je suis sûr que le stagiaire de {at} n’osera pas répondre à ça.',
      'Votre logo on dirait un chou-fleur écrasé {at}. Ne me remerciez pas.',
      '{at} répondez « patate » si vous lisez vraiment les messages',
      'Les avis 5 étoiles de {brand}, c’est votre cousin qui les écrit ou vous payez quelqu’un ?',
    ],
  },
  {
    kind: 'press',
    topic: 'general',
    texts: [
      'Bonjour {at}, je prépare un article sur les retards de livraison dans la région. Qui peut répondre à mes questions avant 18h ?',
      '{at} plusieurs de vos clients me signalent des remboursements en attente depuis des semaines. Une réaction ? Je boucle demain.',
      'Bonjour {at}, est-il exact que vous fermez une boutique en juin ? Je cherche à recouper l’information.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'order',
    tempers: ['worried', 'patient'],
    texts: [
      'Bonjour {at} je vous laisse mon numéro 06 39 98 12 34 rappelez moi svp pour la commande {order}, je ne suis pas à l’aise avec internet',
      '{at} commande {order} au nom de {family}, 14 rue des Lilas à Rezé. Toujours pas livrée, que se passe t il ?',
      'bonjour. mon mail c’est {email}. j attend votre reponse pour le {product}. cordialement',
    ],
  },
]
