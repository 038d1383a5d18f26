import type { StarterKey, StarterText } from './starter.ts'

/** Short enough for the shortest network once filled in; what only the day can tell stands in double braces. */
export const STARTER_FR: Readonly<Record<StarterKey, StarterText>> = {
  seen: {
    title: 'Nous avons vu, nous regardons',
    text: 'Vous êtes plusieurs à nous parler d’un problème : {{sujet}}. Nous avons lu vos messages et nous cherchons ce qui s’est passé. Nous ne savons pas encore tout, et nous préférons vérifier avant de vous répondre. Nouvelles ici à {{prochain point}}. {{prénom}}',
  },
  outage: {
    title: 'Panne : le service ne marche pas',
    text: '{{sujet}} : ça ne marche pas en ce moment, et ça se voit. Nous cherchons pourquoi. Inutile de réessayer sans cesse, nous vous dirons ici quand ce sera revenu. Prochain point à {{prochain point}}, même si nous n’avons rien de nouveau. {{prénom}}',
  },
  safety: {
    title: 'Sécurité : ne pas utiliser un produit',
    text: 'Important : si vous avez {{produit}}, ne vous en servez plus pour le moment. Nous avons un doute sur sa sécurité et nous vérifions. Une question, un souci de santé ? Écrivez-nous à {{contact}}, une personne vous répond. Suite à {{prochain point}}. {{prénom}}',
  },
  taken: {
    title: 'Quelqu’un s’en occupe',
    text: 'Je m’appelle {{prénom}} et je m’occupe avec l’équipe de ce que vous nous signalez : {{sujet}}. Je reviens ici à {{prochain point}} avec ce que nous savons, même si c’est peu. Votre cas est particulier ? {{contact}}',
  },
  still: {
    title: 'Point : rien de nouveau, nous cherchons',
    text: 'Point sur {{sujet}} : nous n’avons pas encore trouvé la cause. Voici ce que nous avons déjà écarté : {{ce qui est écarté}}. Nous continuons. Prochain point à {{prochain point}}. {{prénom}}',
  },
  cause: {
    title: 'Point : nous savons d’où cela vient',
    text: 'Point sur {{sujet}} : nous savons maintenant d’où cela vient. {{la cause, simplement}} C’est de notre côté, et nous en sommes désolés. Ce que nous faisons : {{ce que nous faisons}}. Suite à {{prochain point}}. {{prénom}}',
  },
  solution: {
    title: 'Point : que faire si vous êtes concerné',
    text: '{{sujet}} : si vous êtes concerné, voici quoi faire. {{la marche à suivre}} Vous n’avez pas à le réclamer deux fois : écrivez à {{contact}} et nous reprenons votre cas avec vous. Prochain point à {{prochain point}}. {{prénom}}',
  },
  settled: {
    title: 'C’est fini : ce qui s’est passé',
    text: '{{sujet}} : c’est terminé depuis {{heure}}. Ce qui s’est passé : {{la cause, simplement}} Ce que nous changeons : {{ce que nous changeons}}. Il vous reste un souci ? {{contact}}. Merci à ceux qui nous ont prévenus, et pardon à ceux qui ont attendu. {{prénom}}',
  },
  wrong: {
    title: 'Nous avons dit quelque chose d’inexact',
    text: 'Nous avons écrit ici que {{ce que nous avions écrit}}. C’était inexact. Ce que nous savons aujourd’hui : {{ce qui est vrai}}. Nous aurions dû vérifier avant, nous laissons notre premier message en place. {{prénom}}',
  },
  slip: {
    title: 'Un message est parti du mauvais compte',
    text: 'Un message qui n’avait rien à faire ici est parti de notre compte à {{heure}}. C’est notre erreur, et il ne dit pas ce que nous pensons. Pardon à ceux qu’il a blessés. Nous regardons comment c’est arrivé, et nous le dirons ici. {{prénom}}',
  },
  rumour: {
    title: 'Une rumeur : ce que nous savons',
    text: 'On lit que {{la rumeur}}. Voici ce que nous avons pu vérifier : {{ce qui est vrai}}. Ce que nous ne savons pas encore : {{ce que nous ignorons}}. Nous le dirons ici à {{prochain point}}. Vos questions : {{contact}}. {{prénom}}',
  },
}
