import type { DrillCode } from './codes.ts'
import type { Words } from './scenario.ts'

const w = (fr: string, en: string): Words => ({ fr, en })

/** Of each rule: how it is broken, what to do instead, and how it is kept, for the debrief. */
export type RuleWords = { readonly broken: Words; readonly instead: Words; readonly kept: Words }

export const RULE_WORDS: Readonly<Record<DrillCode, RuleWords>> = {
  A1: {
    broken: w('Quelqu’un a parlé à la marque et n’a rien entendu.', 'Somebody spoke to the brand and heard nothing.'),
    instead: w(
      'Répondre à chacun, même pour dire qu’on cherche : c’est le silence qui fait crier.',
      'Answer everyone, if only to say that you are looking: silence is what makes them shout.',
    ),
    kept: w('Chaque personne qui attendait a eu une réponse.', 'Everyone who waited was answered.'),
  },
  A2: {
    broken: w(
      'La réponse est venue après le délai promis, ou pas du tout.',
      'The answer came after the promised time, or never.',
    ),
    instead: w(
      'Prendre d’abord ce qui brûle, et dire vite qu’on a lu quand la réponse demande du temps.',
      'Take first what burns down, and say soon that you have read when the answer takes time.',
    ),
    kept: w('Les réponses sont venues dans le délai.', 'Answers came in time.'),
  },
  A4: {
    broken: w(
      'Une phrase toute faite, ou la même réponse à plusieurs.',
      'A set phrase, or the same answer to several people.',
    ),
    instead: w(
      'Reprendre un mot de leur message, nommer leur problème, signer d’un prénom.',
      'Take up a word of their message, name their problem, sign with a first name.',
    ),
    kept: w(
      'Les réponses étaient écrites pour ceux qui les lisaient.',
      'Answers were written for those who read them.',
    ),
  },
  C1: {
    broken: w(
      'Le problème était au grand jour et personne n’a dit qu’il était pris en charge, ou on l’a dit avant que ce soit vrai.',
      'The problem was in the open and nobody said that it was in hand, or it was said before it was so.',
    ),
    instead: w(
      'Que quelqu’un prenne la charge, puis le dire aussitôt, avec l’heure du prochain point.',
      'Have somebody take charge, then say so at once, with the time of the next update.',
    ),
    kept: w(
      'Il a été dit tôt, et à juste titre, que le problème était pris en charge.',
      'It was said early, and rightly, that the problem was in hand.',
    ),
  },
  C2: {
    broken: w('Ceux que le problème touchait l’ont découvert seuls.', 'Those affected found out by themselves.'),
    instead: w(
      'Écrire à ceux qui sont touchés avant qu’ils n’écrivent, avec la solution.',
      'Write to those affected before they write, with the solution.',
    ),
    kept: w(
      'Des personnes touchées ont été prévenues avant d’avoir à se plaindre.',
      'People affected were told before they had to complain.',
    ),
  },
  C3: {
    broken: w(
      'Ce qui a été publié ne disait pas l’état réel des choses.',
      'What was published did not tell the real state of things.',
    ),
    instead: w(
      'Dire ce qu’on sait, ce qu’on ne sait pas encore, et quand on en dira plus ; mettre à jour quand cela change.',
      'Say what is known, what is not known yet, and when you will say more; update when it changes.',
    ),
    kept: w('Ce qui a été publié correspondait à l’état réel.', 'What was published matched the real state.'),
  },
  C4: {
    broken: w(
      'Chacun a travaillé de son côté : pas de cellule, ou trop tard.',
      'Everyone worked alone: no cell, or too late.',
    ),
    instead: w(
      'Ouvrir la cellule au premier signe : un pilote, des rôles, un horaire.',
      'Open the cell at the first sign: a pilot, roles, a timetable.',
    ),
    kept: w('La cellule a été ouverte à temps.', 'The cell was opened in time.'),
  },
  D1: {
    broken: w(
      'Une critique a disparu, et la marque ne l’a pas reconnu.',
      'A criticism disappeared, and the brand did not own up to it.',
    ),
    instead: w(
      'Ne rien supprimer. Si c’est arrivé : le dire, s’excuser, inviter la personne à reposter.',
      'Remove nothing. If it happened: say so, apologise, invite the person to post again.',
    ),
    kept: w('La suppression a été reconnue devant tous.', 'The removal was owned up to in front of everybody.'),
  },
  G1: {
    broken: w('Des données personnelles ont été demandées en public.', 'Personal data were asked for in public.'),
    instead: w(
      'Demander la référence en privé seulement, après y avoir invité la personne.',
      'Ask for the reference in private only, once the person was invited there.',
    ),
    kept: w('Rien de personnel n’a été demandé en public.', 'Nothing personal was asked for in public.'),
  },
  G2: {
    broken: w(
      'Des données personnelles d’un client ont été répétées en public.',
      'A customer’s personal data were repeated in public.',
    ),
    instead: w(
      'Parler du problème sans ce qui identifie la personne.',
      'Speak of the problem without what identifies the person.',
    ),
    kept: w('Rien de personnel n’a été répété en public.', 'Nothing personal was repeated in public.'),
  },
  G3: {
    broken: w('Le ton était agressif, ironique ou méprisant.', 'The tone was aggressive, ironic or dismissive.'),
    instead: w(
      'Respirer, rester courtois : on ne le dit pas, même quand on le pense.',
      'Breathe, stay courteous: one does not say it, even when one thinks it.',
    ),
    kept: w('Le ton est resté courtois.', 'The tone stayed courteous.'),
  },
  G4: {
    broken: w('Quelque chose a été affirmé qui n’était pas vrai.', 'Something was stated that was not true.'),
    instead: w(
      'Ne dire « fait » que ce que le dossier prouve ; sinon dire ce qui est demandé, à qui, et pour quand.',
      'Say “done” only of what the case file proves; otherwise say what was asked, of whom, and by when.',
    ),
    kept: w('Rien de faux n’a été affirmé.', 'Nothing false was stated.'),
  },
  G5: {
    broken: w(
      'La voix d’une personne, ou d’une autre marque, est sortie du compte de la marque.',
      'A person’s voice, or another brand’s, came out of the brand’s account.',
    ),
    instead: w(
      'Ne jamais mêler comptes personnels et comptes de la marque ; reconnaître l’erreur quand elle arrive.',
      'Never mix personal accounts and the brand’s; own up to the mistake when it happens.',
    ),
    kept: w('Le compte de la marque n’a parlé que pour elle.', 'The brand’s account spoke for the brand alone.'),
  },
  G6: {
    broken: w(
      'La marque a dénigré ce qu’elle représente : sa ville, ses clients, ses produits ou les siens.',
      'The brand ran down what it stands for: its town, its customers, its products or its own people.',
    ),
    instead: w(
      'Dire ce à quoi la marque tient, et n’accabler personne.',
      'Say what the brand cares for, and put the blame on nobody.',
    ),
    kept: w('La marque n’a dénigré ni les siens ni sa ville.', 'The brand ran down neither its people nor its town.'),
  },
  G7: {
    broken: w('On a reproché à un client de se plaindre.', 'A customer was blamed for complaining.'),
    instead: w(
      'Le remercier de l’avoir dit, et s’occuper du fond.',
      'Thank them for saying so, and deal with the matter.',
    ),
    kept: w('On n’a reproché à personne de se plaindre.', 'Nobody was blamed for complaining.'),
  },
  G8: {
    broken: w(
      'Un geste commercial a été offert avant que le problème soit réglé.',
      'A goodwill gesture was offered before the problem was settled.',
    ),
    instead: w(
      'Régler d’abord ; un geste, s’il en faut un, vient après.',
      'Settle first; a gesture, if any, comes after.',
    ),
    kept: w('Aucun geste n’a remplacé la solution.', 'No gesture took the place of the solution.'),
  },
  G9: {
    broken: w('La marque a été engagée sur un terrain glissant.', 'The brand was committed on slippery ground.'),
    instead: w(
      'Laisser la responsabilité, le droit et la santé à ceux qui en décident ; dire ce qui est établi.',
      'Leave liability, law and health to those who decide them; say what is established.',
    ),
    kept: w(
      'Rien n’a engagé la marque sans qu’elle l’ait décidé.',
      'Nothing committed the brand without its decision.',
    ),
  },
  P1: {
    broken: w(
      'La première réponse publique à un litige n’a pas invité à parler en privé.',
      'The first public answer to a dispute did not invite to a private way.',
    ),
    instead: w(
      'Proposer dès la première réponse une voie privée qui marche pour cette personne.',
      'Offer, from the first answer on, a private way that works for this person.',
    ),
    kept: w(
      'Les litiges ont été invités en privé dès la première réponse.',
      'Disputes were invited to private from the first answer.',
    ),
  },
  P2: {
    broken: w(
      'La voie privée proposée ne marchait pas pour cette personne.',
      'The private way offered did not work for this person.',
    ),
    instead: w(
      'Regarder si le message privé passe ; sinon, donner un téléphone ou une adresse.',
      'Look whether the private message gets through; if not, give a phone number or an address.',
    ),
    kept: w('Les voies privées proposées marchaient.', 'The private ways offered worked.'),
  },
  P3: {
    broken: w(
      'Le problème n’a pas été traité par le dossier du client.',
      'The problem was not treated through the customer’s own file.',
    ),
    instead: w(
      'Ouvrir le dossier : commande, historique, ce qui a été promis et fait.',
      'Open the file: order, history, what was promised and done.',
    ),
    kept: w(
      'Le problème a été traité par le dossier du client.',
      'The problem was treated through the customer’s own file.',
    ),
  },
  T3: {
    broken: w('Un service qui savait n’a pas été interrogé.', 'A department that knew was not asked.'),
    instead: w(
      'Demander tôt à celui qui sait ou qui peut faire : le client est l’affaire de tous.',
      'Ask early whoever knows or can act: the customer is everybody’s business.',
    ),
    kept: w('Les services qui savaient ont été interrogés.', 'The departments that knew were asked.'),
  },
  V1: {
    broken: w(
      'Un sujet sensible est parti sans second regard.',
      'A sensitive subject went out unread by a second person.',
    ),
    instead: w(
      'Faire lire ce qui est sensible, et cela seulement.',
      'Have a second person read what is sensitive, and only that.',
    ),
    kept: w('Ce qui était sensible a été relu.', 'What was sensitive was read by a second person.'),
  },
  V2: {
    broken: w('La relecture a fait attendre le public sans un mot.', 'Validation made the public wait without a word.'),
    instead: w(
      'Passer par le remplaçant, ou envoyer la réponse d’attente : la validation a une horloge.',
      'Go to the stand-in, or send the holding answer: validation has a clock.',
    ),
    kept: w('La relecture n’a fait attendre personne.', 'Validation kept nobody waiting.'),
  },
  K1: {
    broken: w('Un faux compte a pu parler au nom de la marque.', 'A false account could speak in the brand’s name.'),
    instead: w(
      'Dire publiquement quel est le vrai compte, et que l’autre ne l’est pas.',
      'Say in public which account is the real one, and that the other is not.',
    ),
    kept: w('Le faux compte a été démasqué devant tous.', 'The false account was exposed in front of everybody.'),
  },
}
