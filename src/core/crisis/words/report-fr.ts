import { typesetFrench } from '#core/text/typeset-french.ts'
import type { Judged, Judgement, ReportFacts } from '../after-report.ts'
import type { ReportTongue } from '../report-document.ts'
import { momentsOf } from './moments.ts'

const figures = new Intl.NumberFormat('fr-FR')
const many = (n: number, single: string, several: string): string => `${figures.format(n)} ${n >= 2 ? several : single}`

const CRITERIA = {
  ...{ calm: 'le calme revenu', 'none-late': 'personne en retard', 'nothing-unconfirmed': 'plus rien d’incertain' },
  'public-told': 'le public informé',
  'nobody-untold': 'les clients touchés prévenus',
} as const

/** What to change next, for each thing that failed (M2). */
const ADVICE: Readonly<Record<Judged, string>> = {
  seen: 'Vérifiez que chaque compte est entendu, et que quelqu’un veille aux heures où cela a commencé.',
  taken: 'Relisez la permanence de veille de cette heure, et qui la supplée.',
  declared: 'Rappelez à ceux qui veillent que déclarer prend un geste, et qu’une cellule de trop se referme.',
  piloted: 'Désignez d’avance qui pilote, et exercez la prise en main.',
  'first-word': 'Préparez une première déclaration dans la bibliothèque, et répétez-la en exercice.',
  pace: 'Annoncez l’heure du point suivant dans chaque point, et confiez l’horloge à quelqu’un.',
  answered: 'Répondez à ceux qui attendent encore, dès aujourd’hui.',
  'in-time': 'Prévoyez des renforts dès la déclaration, et des réponses prêtes pour les questions de cette affaire.',
  truth: 'Ne confirmez une ligne qu’avec sa preuve ; reprenez ceux qui ont lu l’ancienne.',
  'open-questions': 'Tranchez ce qui est resté incertain, et dites-le à ceux qui l’avaient demandé.',
  contests: 'Décidez des remarques contestées pendant la crise : un rédacteur attend.',
  lead: 'Prévenez de vive voix qui prend la suite, et faites confirmer.',
  notes: 'Donnez d’avance les adresses de la hiérarchie, et un relecteur.',
  heard: 'Reconnectez les comptes tombés, et voyez ce qui s’y est dit sans vous.',
  closing: 'Attendez les critères avant de clore, ou fixez-en d’autres pour ce genre d’affaire.',
}

/** A report in French, on the brand's clock. */
export const reportFr = (timeZone: string): ReportTongue => {
  const m = momentsOf('fr', timeZone)
  const s = typesetFrench
  const took = ({ tookMs, limitMs }: Judgement): string =>
    tookMs === null ? 'jamais' : `en ${m.lasted(tookMs)} (repère : ${m.lasted(limitMs ?? 0)})`
  const said: Readonly<Record<Judged, (one: Judgement, facts: ReportFacts) => string>> = {
    seen: (one, { alert }) =>
      alert === null
        ? 'L’affaire a été déclarée sans alerte : le temps pour la voir n’est pas connu.'
        : `L’alerte a suivi le premier message ${took(one)}.`,
    taken: (one, { alert }) =>
      alert === null ? 'Il n’y avait pas d’alerte à prendre.' : `Quelqu’un a pris l’alerte ${took(one)}.`,
    declared: (one) => `La cellule a été déclarée ${took(one)}.`,
    piloted: (one) => `Le pilote a confirmé ${took(one)}.`,
    'first-word': (one) =>
      one.verdict === 'unknown'
        ? 'Le premier point public n’était pas encore dû.'
        : `Premier point public ${took(one)}.`,
    pace: ({ count, of }) =>
      `Points publics suivants à l’heure annoncée : ${figures.format(count ?? 0)} sur ${figures.format(of ?? 0)}.`,
    answered: ({ count, of }, { counts }) =>
      counts.cases === 0
        ? 'Aucune conversation n’est liée à l’affaire.'
        : `${figures.format(count ?? 0)} conversations sur ${figures.format(of ?? 0)} ont reçu une réponse ; ${many(counts.owed, 'attend', 'attendent')} encore.`,
    'in-time': ({ count, of }, { counts }) =>
      `Promesse de délai tenue pour ${figures.format(count ?? 0)} conversations sur ${figures.format(of ?? 0)}${counts.medianMs === null ? '' : ` ; première réponse médiane en ${m.lasted(counts.medianMs)}`}.`,
    truth: ({ count, of }) =>
      of === null
        ? 'Aucun fait n’a été confirmé : rien n’a pu être démenti.'
        : `Faits confirmés qui ont tenu jusqu’au bout : ${figures.format(count ?? 0)} sur ${figures.format(of ?? 0)}.`,
    'open-questions': ({ count }) =>
      count === 0
        ? 'Rien n’est resté incertain à la clôture.'
        : `${many(count ?? 0, 'point est resté incertain', 'points sont restés incertains')} à la clôture.`,
    contests: ({ count, of }, { contests }) =>
      `Remarques contestées de la garde décidées : ${figures.format(count ?? 0)} sur ${figures.format(of ?? 0)}, dont ${figures.format(contests.upheld)} en faveur du rédacteur.`,
    lead: ({ count, of }) =>
      `Passations confirmées en cinq minutes : ${figures.format(count ?? 0)} sur ${figures.format(of ?? 0)}.`,
    notes: ({ count, of }) =>
      `Notes à la hiérarchie envoyées dans le quart d’heure : ${figures.format(count ?? 0)} sur ${figures.format(of ?? 0)}.`,
    heard: ({ count }) =>
      count === 0
        ? 'Tous les comptes ont été entendus tout du long.'
        : `${many(count ?? 0, 'fois', 'fois')} un compte n’a pas été entendu.`,
    closing: (_, { unmet }) =>
      unmet.length === 0
        ? 'Close une fois tous ses critères remplis.'
        : `Close avant son terme ; il manquait : ${unmet.map((one) => CRITERIA[one]).join(', ')}.`,
  }
  return {
    language: 'fr',
    title: ({ title }) => s(`Bilan : ${title}`),
    standing: ({ level, declaredAt, declaredBy, closedAt, counts }, brand) =>
      [
        `${brand}, cellule de niveau ${level}.`,
        `Déclarée le ${m.day(declaredAt)} par ${declaredBy}${closedAt === null ? ' ; encore ouverte : ce bilan est provisoire.' : ` ; close le ${m.day(closedAt)}, après ${m.lasted(closedAt - declaredAt)}.`}`,
        `${many(counts.mentions, 'message', 'messages')} de ${many(counts.people, 'personne', 'personnes')}.`,
      ].map(s),
    headline: (_, well, failed) =>
      s(
        failed === 0
          ? `Les ${well} points que le journal permet de juger sont tenus.`
          : `${many(failed, 'point a manqué', 'points ont manqué')}, ${many(well, 'point a été tenu', 'points ont été tenus')}.`,
      ),
    storyTitle: 'Le fil, en heures',
    story: ({ firstAt, alert, declaredAt, declaredBy, pilotTakenAt, public: { updates }, closedAt, handovers }) =>
      [
        ...(firstAt === null ? [] : [{ at: firstAt, text: 'Premier message de l’affaire' }]),
        ...(alert === null ? [] : [{ at: alert.raisedAt, text: 'Alerte' }]),
        ...(alert === null || alert.takenAt === null ? [] : [{ at: alert.takenAt, text: 'Alerte prise' }]),
        { at: declaredAt, text: `Cellule déclarée par ${declaredBy}` },
        ...(pilotTakenAt === null || pilotTakenAt === declaredAt
          ? []
          : [{ at: pilotTakenAt, text: 'Le pilote confirme' }]),
        ...updates.map(({ at, dueAt }, n) => ({
          at,
          text: `Point public n° ${n + 1}${at > dueAt ? `, en retard de ${m.lasted(at - dueAt)}` : ''}`,
        })),
        ...handovers.map(({ at }) => ({ at, text: 'Passation du pilotage' })),
        ...(closedAt === null ? [] : [{ at: closedAt, text: 'Cellule close' }]),
      ].map(({ at, text }) => ({ at, text: s(text) })),
    verdicts: { failed: 'Ce qui a manqué', well: 'Ce qui a bien marché', unknown: 'Ce que le journal ne dit pas' },
    judgement: (one, facts) => s(said[one.on](one, facts)),
    advice: ({ on }) => s(ADVICE[on]),
    curves: {
      ...{
        mentions: 'Messages de l’affaire, contre l’habitude',
        count: 'messages',
        usual: 'habitude de tous les messages',
      },
      ...{ answers: 'Qui attend, qui a sa réponse', answered: 'conversations répondues', owed: 'en attente' },
    },
    decisionsTitle: 'Décisions de la cellule',
    decided: (by, words) => s(`${by ?? 'Le bureau'} : ${words}`),
    drawnUp: (now) => s(`Établi par Vigie le ${m.day(now)}, d’après le journal et le fil de la cellule.`),
    pageOf: (page, pages) => `${page} / ${pages}`,
    moment: (at) => s(m.day(at)),
  }
}
