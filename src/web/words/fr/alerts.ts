import { frPlural } from '../plural.ts'

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const when = (weekday: number, hour: number) => `un ${days[weekday - 1] ?? 'jour'} ${hour} h`

export const alerts = {
  title: 'Alertes',
  /** « 27 fois l’habitude d’un mardi 14 h : 54 messages en 5 minutes ». */
  counted: (times: string | null, weekday: number, hour: number, count: number, figure: string, over: string) => {
    const said = `${figure} ${frPlural(count, 'message', 'messages')} en ${over}`
    return times === null
      ? `Presque aucun message d’habitude ${when(weekday, hour)} : ${said}`
      : `${times} fois l’habitude d’${when(weekday, hour)} : ${said}`
  },
  minutes: (n: number) => `${n} ${frPlural(n, 'minute', 'minutes')}`,
  on: (handle: string, network: string) => `, sur ${handle} (${network})`,
  negative: (percent: string) => `, dont ${percent} % négatifs`,
  ofTopic: (topic: string) => `, à propos d’un sujet : ${topic}`,
  about: (topics: string) => `Surtout : ${topics}.`,
  untaken: 'Personne n’a encore pris l’alerte.',
  takenBy: (name: string, clock: string) => `${name} s’en charge depuis ${clock}.`,
  take: 'Je prends',
  grade: (n: number) => `${n} sur 3`,
  declare: 'Ouvrir une cellule',
  cell: 'Cellule de crise ouverte',
  taken: 'L’alerte est à vous',
  down: (handle: string, network: string) =>
    `${handle} (${network}) est déconnecté : rien ne s’y entend, ce n’est pas du calme.`,
  silent: (handle: string, network: string, since: string) =>
    `${handle} (${network}) : plus un message depuis ${since}, là où il en vient d’habitude. Ce n’est pas du calme tant que l’écoute n’est pas vérifiée.`,
  moreUnheard: (n: number) => `Et ${n} ${frPlural(n, 'autre compte', 'autres comptes')}, dans Canaux.`,
  brandSilent: (since: string) =>
    `Plus un message depuis ${since}, là où il en vient d’habitude. Ce n’est pas du calme tant que l’écoute n’est pas vérifiée.`,
}
