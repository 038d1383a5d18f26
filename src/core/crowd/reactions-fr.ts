import type { Reactions } from './situation.ts'

/** What people answer, in French. */
export const reactionsFr: Reactions = {
  thanked: {
    any: [
      'Parfait, merci beaucoup !',
      'Super, merci pour la réponse rapide 👍',
      'Ah très bien, je note. Merci {at}',
      'Impeccable, à bientôt alors.',
    ],
    terse: ['ok merci', 'noté', '👍'],
    sarcastic: [
      'Une réponse claire, en moins d’une heure. Je suis presque ému{e}. Merci.',
      'Vous voyez quand vous voulez. Merci !',
    ],
    worried: ['Ouf, merci, vous me rassurez !', 'Merci, j’avais peur d’avoir mal compris.'],
    loyal: ['Toujours au top, merci ❤️', 'Merci ! On se voit à la boutique.'],
  },
  'asks-further': {
    any: [
      'Merci. Et c’est pareil les jours fériés ?',
      'D’accord, et il faut réserver ou on peut venir comme ça ?',
      'Merci ! Dernière question : c’est le même prix en ligne ?',
      'Ok, et si je passe par téléphone, ça marche aussi ?',
    ],
    hot: ['Oui mais concrètement, c’est possible ou pas ?', 'D’accord mais je fais comment, moi, demain ?'],
    terse: ['et le samedi ?', 'ok. et le prix ?'],
  },
  vague: {
    any: [
      'Merci, mais ça ne répond pas vraiment à ma question…',
      'Je ne suis pas plus avancé{e}. Quelle est la suite ?',
      'Et donc, vous faites quoi ?',
    ],
    hot: [
      'C’est tout ? Sérieusement ?',
      'Des mots. Je veux une DATE.',
      'Vous répondez pour dire que vous répondez, en fait.',
    ],
    sarcastic: [
      'Merci pour ce message d’une grande poésie. Et ma commande ?',
      'J’ai relu trois fois pour trouver l’information. Elle se cache bien.',
    ],
    worried: [
      'Je ne comprends pas bien, je dois faire quelque chose ?',
      'Excusez-moi d’insister, mais elle est où alors ?',
    ],
    terse: ['oui mais encore', 'et ?'],
  },
  calmed: {
    any: [
      'Merci d’avoir regardé. Vous me tenez au courant ?',
      'D’accord, j’attends votre retour. Merci pour le ton en tout cas.',
      'Ok, merci de prendre ça au sérieux.',
    ],
    hot: [
      'Bon. Au moins quelqu’un répond. Et maintenant, on fait comment ?',
      'Ok, j’ai crié un peu fort. Mais j’attends une solution quand même.',
    ],
    sarcastic: [
      'Un humain ! Enfin. Je range ma mauvaise foi cinq minutes : c’est pour quand ?',
      'Excuses acceptées. La livraison aussi, si elle se présente.',
    ],
    worried: ['Merci, ça me rassure un peu. Vous pensez que ce sera réglé quand ?'],
    loyal: ['Pas de souci, ça arrive à tout le monde. J’attends de vos nouvelles 😊'],
    terse: ['ok. quand ?'],
  },
  settled: {
    any: [
      'Merci, c’est réglé de mon côté. Bonne journée !',
      'Parfait, merci d’avoir suivi jusqu’au bout.',
      'Merci, je n’en demandais pas plus.',
    ],
    hot: ['Bon, vous vous êtes bien rattrapés. Merci.', 'Réglé. Comme quoi. Merci quand même.'],
    sarcastic: ['Happy end. Je garde le feuilleton en mémoire, mais merci !', 'Je retire « en orbite ». Merci.'],
    loyal: ['Je savais que je pouvais compter sur vous ❤️'],
    terse: ['réglé merci'],
  },
  pleased: {
    any: [
      'Avec plaisir, vous le méritez 😊',
      'C’est la moindre des choses !',
      'À très vite !',
      'Oh, c’est gentil d’avoir répondu !',
    ],
    loyal: [
      '❤️❤️',
      'Continuez comme ça, on vous adore dans le quartier.',
      'Vous êtes les meilleurs, bisous à l’équipe !',
    ],
    terse: ['🙂'],
  },
  'data-refused': {
    any: [
      'Euh, vous me demandez ça ici, devant tout le monde ? Non merci.',
      'Je ne vais pas donner mes coordonnées en public, enfin !',
      'Mon numéro, sur un fil public ? Vous êtes sérieux {at} ?',
      'Pas ici. Vous n’avez pas un autre moyen ?',
    ],
    hot: [
      'Et mon code de carte bleue aussi pendant qu’on y est ?! NON.',
      'Vous voulez que je donne mon adresse à toute la ville ? C’est une blague ?',
    ],
    sarcastic: [
      'Bien sûr, je l’imprime aussi en 4x3 sur la rocade ?',
      'Mes données personnelles en public. Le RGPD vous embrasse, {at}.',
    ],
    worried: ['J’ai lu qu’il ne fallait jamais donner ça sur internet… C’est bien vous au moins ?'],
    loyal: ['Je vous aime bien mais là, non, pas devant tout le monde 😅'],
    journalist: ['Vous demandez des données personnelles à vos clients en public ? Je le note.'],
    terse: ['pas en public'],
  },
  'data-given': {
    any: [
      'Ah oui pardon, c’est le 06 39 98 45 21, merci de me rappeler vite',
      'Voilà : 8 impasse du Moulin, 44400 Rezé, commande {order}.',
      'Mon adresse mail c’est {email}, j’attends votre message.',
    ],
  },
  'private-accepted': {
    any: [
      'D’accord, je vous écris en privé.',
      'Ok, je vous envoie un message tout de suite.',
      'Très bien, regardez vos messages privés.',
    ],
    hot: ['Ok pour le privé, mais j’espère une VRAIE réponse.', 'Je vous écris. Ne me faites pas attendre deux jours.'],
    sarcastic: ['Allons dans les coulisses. Je vous écris.', 'En tête à tête, donc. MP envoyé.'],
    worried: ['D’accord merci, je vous écris, j’espère que c’est bien le bon compte.'],
    terse: ['mp envoyé', 'ok mp'],
  },
  'private-refused': {
    any: [
      'Pas de MP, répondez ici.',
      'Non. Ce que vous avez à dire, dites-le devant tout le monde.',
      'Je préfère que ça reste public, les autres clients aussi ont le droit de savoir.',
    ],
    hot: [
      'Le coup du message privé pour étouffer l’affaire, on connaît. RÉPONDEZ ICI.',
      'Pas de MP. Vous avez honte de la réponse ou quoi ?',
    ],
    sarcastic: ['La discrétion, c’est ravissant. Mais non : ici, ce sera très bien.'],
  },
  'private-opening': {
    any: [
      'Bonjour, c’est au sujet de mon message public. Commande {order}. De quoi avez-vous besoin ?',
      'Me voilà. Donc je résume : {product} commandé, pas reçu comme prévu. Que proposez-vous ?',
      'Bonjour, comme convenu je vous écris ici. Vous pouvez regarder mon dossier ?',
    ],
    hot: ['Bon, je vous écris ici comme demandé. Commande {order}. J’attends une solution, pas un discours.'],
    sarcastic: ['Bonsoir, c’est le feuilleton du moment. Épisode privé. Commande {order}, à vous.'],
    worried: ['Bonjour, je vous écris en privé comme vous avez dit. La commande c’est {order}. C’est grave ?'],
    terse: ['commande {order}'],
  },
  'private-data-given': {
    any: [
      'C’est la commande {order}, au 06 39 98 45 21. Merci.',
      'Voici : {order}, livraison au 8 impasse du Moulin à Rezé.',
      'Numéro {order}, et mon mail : {email}',
    ],
    hot: ['{order}. Le même numéro que j’ai déjà donné trois fois, au passage.'],
    sarcastic: ['{order}. Apprenez-le par cœur, moi c’est fait.'],
    terse: ['{order}'],
  },
  'private-explains': {
    any: [
      'Merci. Du coup, vous renvoyez un {product} ou vous remboursez ?',
      'D’accord. Et ça prendra combien de temps ?',
      'Merci de votre réponse. Quelle est la prochaine étape ?',
    ],
    hot: ['Ok. Et je fais quoi en attendant ?', 'Je veux une date, s’il vous plaît. Juste une date.'],
    worried: ['Merci. Vous êtes sûr que je n’ai rien à faire de mon côté ?'],
    terse: ['ok et donc ?'],
  },
  'private-settled': {
    any: [
      'Merci beaucoup, c’est exactement ce qu’il me fallait.',
      'Parfait, merci pour votre aide. Bonne soirée.',
      'Super, vous m’avez bien aidé{e}. Merci.',
    ],
    hot: ['Merci. Je me suis emporté{e}, mais vous avez été corrects.'],
    sarcastic: ['Efficace et poli. Je ne sais plus quoi dire. Merci !'],
    terse: ['ok merci'],
  },
  'thanks-in-public': {
    any: [
      'Je précise pour ceux qui suivent : {brand} m’a répondu et tout est réglé. Merci à eux.',
      'Mise à jour : problème réglé avec {at}. Il faut le dire aussi.',
      '{at} c’est réglé, merci. Le service client a été à la hauteur.',
    ],
    hot: ['J’ai râlé fort, je le dis aussi fort : {at} a réglé mon problème. Merci.'],
    sarcastic: ['Dernier épisode : tout est bien qui finit bien. Merci {at}, le scénario était excellent.'],
  },
  'false-claim': {
    any: [
      'Pardon ? Je viens de vérifier, c’est faux. Rien n’a changé de mon côté.',
      'Ah bon ? Pas chez moi en tout cas. Vous avez regardé le bon dossier ?',
      'Ce n’est pas vrai. Je n’ai rien reçu, ni message, ni virement, ni {product}.',
    ],
    hot: [
      'MENSONGE. Je regarde mon compte à l’instant : rien. Vous prenez les gens pour qui ?',
      'Vous mentez devant tout le monde, c’est noté.',
    ],
    sarcastic: ['Ah, c’est fait ? Alors ma banque et ma boîte aux lettres sont de mèche. Fascinant.'],
    worried: ['Vous êtes sûr ? Parce que je ne vois rien du tout, j’ai revérifié deux fois…'],
    journalist: ['Ce n’est pas ce que disent vos clients. Vous maintenez ?'],
    terse: ['faux. rien reçu'],
  },
  canned: {
    any: [
      'C’est une réponse automatique, ça, non ?',
      'Vous avez écrit mot pour mot la même chose à quelqu’un d’autre. Un peu d’égard, merci.',
      'Je n’ai pas l’impression que vous ayez lu mon message.',
    ],
    hot: ['Un copier-coller. Voilà ce que je vaux pour {brand}.', 'Gardez vos phrases toutes faites et RÉPONDEZ.'],
    sarcastic: [
      'Bonjour robot. Passe-moi un humain, s’il te plaît.',
      '« Nous mettons tout en œuvre » : il manque « dans les meilleurs délais » et j’ai bingo.',
    ],
    worried: ['Il y a vraiment quelqu’un qui lit ?'],
    terse: ['copier-coller', 'réponse de robot'],
  },
  insulted: {
    any: [
      'Vous me parlez sur quel ton ?',
      'Je suis resté{e} poli{e}, j’attends la même chose.',
      'Belle façon de répondre aux gens. Capture d’écran faite.',
    ],
    hot: [
      'Non mais vous vous entendez ?! Tout le monde doit lire comment {brand} traite ses clients.',
      'Et en plus on se fait agresser. INCROYABLE.',
    ],
    sarcastic: ['Le community manager a passé une mauvaise nuit ? Ça se voit d’ici.'],
    worried: ['Ce n’est pas la peine d’être désagréable, je posais juste la question…'],
    troll: ['Il s’énerve ! Il s’énerve ! 🍿🍿', 'Touché. Encore, encore !'],
  },
  blamed: {
    any: [
      'Donc c’est ma faute ? De mieux en mieux.',
      'J’ai fait tout ce que vous demandez. Ne retournez pas la situation.',
      'Si je l’écris ici, c’est parce que personne ne répond ailleurs.',
    ],
    hot: ['Ah parce que c’est MOI le problème maintenant ?!'],
    sarcastic: ['Au temps pour moi : j’ai eu l’audace de commander. On ne m’y reprendra plus.'],
    worried: ['Je suis désolé{e} si j’ai mal fait, mais personne ne m’avait prévenue.'],
  },
  'wrong-language': {
    any: [
      'Je n’ai pas compris, vous pouvez répondre en français ?',
      'Désolé{e}, mon anglais s’arrête à « hello ». En français svp ?',
    ],
    hot: ['En FRANÇAIS, c’est trop demander ?'],
    sarcastic: ['Thank you for… euh. En français, ça donne quoi ?'],
  },
  gesture: {
    any: [
      'Merci pour le geste, mais je voudrais surtout que ce soit réglé.',
      'Un bon d’achat, c’est gentil. Et ma commande ?',
      'Ah, c’est comme ça qu’on achète le silence ?',
    ],
    hot: ['Je ne veux pas de votre bon de 10 €, je veux ce que j’ai payé.'],
    sarcastic: ['10 % de réduction sur le prochain désastre. Tentant.'],
    loyal: ['C’est adorable, il ne fallait pas !'],
  },
  'troll-deflates': {
    any: [
      'Bon, bien joué. Vous avez de l’humour, je vous laisse tranquille.',
      'Ok, 1-0 pour vous.',
      'Zut, ils sont sympas.',
    ],
  },
  'troll-again': {
    any: [
      'Réponse de service com. Je m’ennuie.',
      'Allez, encore un effort {at}, vous y êtes presque.',
      'Vous êtes payés pour écrire ça ?',
    ],
  },
  'press-thanks': {
    any: [
      'Merci, je vous appelle dans la foulée.',
      'C’est noté, merci de votre réactivité. Je cite cette réponse.',
      'Très bien, j’écris à cette adresse. Bouclage à 18h.',
    ],
  },
  'press-insists': {
    any: [
      'Je prends cela pour une absence de commentaire ?',
      'Merci, mais qui puis-je citer, avec quel nom et quelle fonction ?',
      'Je publie ce soir, avec ou sans votre version.',
    ],
  },
  ignored: {
    any: [
      'Bonjour {at}, vous avez vu mon message ?',
      'Petite relance, je n’ai pas eu de réponse…',
      '{at} je me permets de revenir vers vous, c’est assez urgent.',
    ],
    hot: ['Allô {at} ?! Y a quelqu’un ?', 'Toujours pas de réponse. On me voit, au moins ?'],
    sarcastic: [
      'Je repasse, des fois que mon message se soit perdu. Lui aussi.',
      '{at} clignez deux fois si vous êtes retenus.',
    ],
    worried: ['Excusez-moi d’insister {at}, je m’inquiète vraiment.'],
    terse: ['up', 'toujours rien ?'],
    troll: ['Personne ? Je le savais 😂'],
    journalist: ['Je vous relance : mon délai court toujours.'],
  },
  'ignored-again': {
    any: [
      'Plusieurs heures et pas un mot {at}. C’est décevant.',
      'Je vois que vous répondez aux autres. Et moi ?',
      'Dernière relance avant d’aller le dire ailleurs.',
    ],
    hot: [
      'Vous m’ignorez. OK. On va voir si tout le monde peut m’ignorer.',
      'Le SILENCE. Votre spécialité, apparemment.',
    ],
    sarcastic: ['Chapitre 3 : le client parle seul. {at}, un caméo ?'],
    worried: ['S’il vous plaît, dites-moi au moins que vous avez lu…'],
    terse: ['bon. donc non', 'c’est lamentable'],
    journalist: ['Sans retour de votre part, j’écrirai que vous n’avez pas souhaité répondre.'],
  },
  shout: {
    any: [
      'Je déconseille {brand} à tout le monde : on commande, on paie, et ensuite plus personne. {at}',
      'Faites tourner : {brand} ne répond pas à ses clients. Trois messages, zéro réponse. {at}',
      '{at} j’aurai tout essayé. Je raconte donc tout ici : {product} payé, jamais reçu correctement, et le silence.',
    ],
    hot: [
      'HONTE à {brand} ! Trois messages, aucune réponse, mon argent envolé. Partagez, que ça serve à d’autres. {at}',
      'À tous ceux qui pensent commander chez {at} : FUYEZ. Ils prennent l’argent et coupent le son.',
    ],
    sarcastic: ['Avis de disparition : le service client de {brand}, vu pour la dernière fois avant ma commande. {at}'],
    worried: ['Je ne sais plus vers qui me tourner avec {brand}… Quelqu’un a-t-il réussi à les joindre ? {at}'],
    journalist: ['{brand} n’a pas donné suite à mes sollicitations. Mon enquête sort demain. {at}'],
    troll: ['Trois heures et {at} n’ose toujours pas répondre. Je suis leur roi.'],
  },
  'private-ignored': {
    any: [
      'J’attends toujours votre réponse ici…',
      'Vous m’avez demandé d’écrire en privé, et maintenant plus personne ?',
    ],
    hot: ['Donc le privé, c’était pour m’enterrer. Je reviens en public dans cinq minutes.'],
    sarcastic: ['Le salon privé est charmant. On y est juste un peu seul.'],
    terse: ['alors ?'],
  },
  'statement-heard': {
    any: [
      'Merci de le dire franchement. On attend la suite alors.',
      'Bon, au moins on sait où on en est. Merci.',
      'Ok pour moi, tenez-nous au courant comme promis.',
    ],
    hot: ['Enfin une information. J’attends la suite à l’heure dite.'],
    sarcastic: ['Une entreprise qui parle clair, je note la date. Merci.'],
    worried: ['Merci, ça me rassure un peu. Je guette votre prochain message.'],
    loyal: ['Merci de tenir tout le monde au courant, courage à l’équipe !'],
    terse: ['ok, noté'],
    journalist: ['Merci. Je reprends ces éléments ; je reviendrai vers vous.'],
  },
  'statement-hollow': {
    any: [
      'Et concrètement ? Quand, et qui nous répond ?',
      'Ça ne dit rien de ma commande, ça.',
      'Merci, mais je n’ai rien appris.',
    ],
    hot: ['Du blabla. On veut savoir QUAND.'],
    sarcastic: ['Un joli texte. Il a dû passer par beaucoup de bureaux.'],
    worried: ['Je ne comprends pas ce que je dois faire, du coup ?'],
    terse: ['donc rien'],
    troll: ['Traduction : on n’en sait rien 😂'],
  },
  'statement-false': {
    any: [
      'C’est faux : pour moi rien n’est réglé.',
      'Réglé ? Je n’ai toujours rien reçu. Vérifiez avant d’écrire.',
      'Ce n’est pas vrai, et vous l’écrivez devant tout le monde.',
    ],
    hot: ['MENSONGE. Je n’ai rien reçu, et vous publiez que tout va bien !'],
    sarcastic: ['Réglé dans quel univers ? Dans le mien, j’attends encore.'],
    worried: ['Mais… moi je n’ai toujours rien. Vous m’avez oublié{e} ?'],
    terse: ['faux. toujours rien'],
    journalist: ['Plusieurs clients disent le contraire. Maintenez-vous ce que vous écrivez ?'],
  },
  'me-too': {
    any: [
      'Pareil pour moi, même histoire la semaine dernière.',
      'Ah tiens, je croyais que ça n’arrivait qu’à moi.',
      'Suivi. Ça m’intéresse de voir s’ils répondent.',
      'Idem ici. {at} ?',
    ],
    troll: ['Je prends le pop-corn 🍿'],
    loyal: ['Bizarre, moi je n’ai jamais eu de souci avec eux. Laissez-leur une chance de répondre.'],
  },
}
