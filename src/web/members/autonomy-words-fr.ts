import { frPlural } from '../words/plural.ts'

export const fr = {
  title: 'Autonomie',
  note: 'Elle se gagne par des faits : des réponses validées telles quelles, d’affilée, aucune rendue. Le bureau propose, un responsable décide, et le compte reprend à zéro.',
  nobody: 'Personne n’a d’autonomie à gagner pour le moment.',
  levels: {
    'all-read': 'chaque réponse est relue',
    'sensitive-read': 'seuls les sujets sensibles sont relus',
    'alone-on': 'répond sans relecture',
  },
  alone: (parts: string) => `répond sans relecture ${parts}`,
  onSubjects: (subjects: string) => `sur ${subjects}`,
  upTo: (sum: string) => `jusqu’à ${sum}`,
  and: (a: string, b: string) => `${a} et ${b}`,
  quoted: (subject: string) => `« ${subject} »`,
  standing: (name: string, level: string) => `${name} : ${level}.`,
  sinceDay: (day: string) => `Depuis le ${day} : `,
  record: (replies: number, days: number, read: number, returned: number) =>
    read === 0
      ? 'aucune réponse relue encore.'
      : `${read} ${frPlural(read, 'réponse relue', 'réponses relues')}, ${returned === 0 ? 'aucune rendue' : `${returned} ${frPlural(returned, 'rendue', 'rendues')}`} ; ${replies} d’affilée ${frPlural(replies, 'validée telle quelle', 'validées telles quelles')}${days > 0 ? `, en ${days} ${frPlural(days, 'jour', 'jours')}` : ''}.`,
  next: (replies: number, days: number) =>
    `À ${replies} d’affilée, sur ${days} jours au moins, le bureau proposera de ne relire que les sujets sensibles.`,
  proposed: (level: string) => `Proposé : ${level}.`,
  because: {
    streak: (replies: number, days: number, on: string) =>
      `${replies} réponses d’affilée${on} validées telles quelles en ${days} jours, aucune rendue.`,
    onSubject: (subject: string) => ` sur « ${subject} »`,
    onAmounts: ' qui nommaient un montant',
    returned: (returned: number, of: number) => `${returned} réponses rendues sur les ${of} dernières relues.`,
  },
  endsTraining: (role: string) => `L’apprentissage est alors fini : le rôle devient « ${role} ».`,
  grant: { up: 'Accorder', down: 'Faire relire' },
  decline: { up: 'Pas encore', down: 'Laisser' },
  granted: (name: string) => `Autonomie décidée pour ${name}`,
  declined: (name: string) => `Rien ne change pour ${name} ; le compte reprend`,
  money: (sum: string) => `${sum}\u00a0€`,
}

export type AutonomyWords = typeof fr
