import { typesetFrench } from '#core/text/typeset-french.ts'
import type { NoteSection, NoteTongue, SaidLine, SituationFacts } from '../situation-note.ts'
import { sayGravityFr } from './gravity-fr.ts'
import { type Moments, momentsOf } from './moments.ts'

const figures = new Intl.NumberFormat('fr-FR')
const many = (n: number, single: string, several: string): string => `${figures.format(n)} ${n >= 2 ? several : single}`
const STEPS = { 'half-hour': 'première demi-heure', hour: 'H+1', 'two-hours': 'H+2', day: 'J+1' } as const
const ROLES: Readonly<Record<string, string>> = {
  ...{ pilot: 'Pilote', writes: 'Rédige', validates: 'Valide', watches: 'Veille', joins: 'Joint le métier' },
}

const counted = ({ counts, before, declaredAt, at }: SituationFacts, m: Moments): NoteSection['lines'] => [
  {
    source: 'mentions',
    text: `${many(counts.mentions, 'message', 'messages')} de ${many(counts.people, 'personne', 'personnes')} depuis la déclaration à ${m.clock(declaredAt)}, il y a ${m.lasted(at - declaredAt)}.`,
  },
  {
    source: 'mentions',
    text: `${many(counts.answered, 'conversation a reçu', 'conversations ont reçu')} une réponse, ${figures.format(counts.owed)} ${counts.owed >= 2 ? 'l’attendent' : 'l’attend'}, dont ${figures.format(counts.late)} au-delà du délai promis.`,
  },
  ...(before === null
    ? []
    : [
        {
          source: 'notes' as const,
          text: `Depuis la note de ${m.clock(before.at)} : ${many(counts.mentions - before.counts.mentions, 'message de plus', 'messages de plus')} ; elle comptait ${figures.format(before.counts.owed)} en attente et ${figures.format(before.counts.late)} en retard.`,
        },
      ]),
]

const said = (lines: readonly SaidLine[], none: string, m: Moments): NoteSection['lines'] =>
  lines.length === 0
    ? [{ source: 'may-say', text: none }]
    : lines.map(({ says, proof, by, at }) => ({
        source: 'may-say',
        text: `${says} (${by}, ${m.clock(at)}${proof === null ? '' : ` ; preuve : ${proof}`})`,
      }))

const done = ({ decisions, moreDecisions, publicClock, at }: SituationFacts, m: Moments): NoteSection['lines'] => [
  {
    source: 'public',
    text:
      publicClock.lastAt === null
        ? 'La marque n’a encore rien dit publiquement.'
        : `${many(publicClock.updates, 'point public', 'points publics')} ; le dernier à ${m.clock(publicClock.lastAt)}.`,
  },
  ...(publicClock.nextAt === null
    ? []
    : [
        {
          source: 'public' as const,
          text:
            publicClock.nextAt < at
              ? `Le point public attendu à ${m.clock(publicClock.nextAt)} est en retard de ${m.lasted(at - publicClock.nextAt)}.`
              : `Prochain point public à ${m.clock(publicClock.nextAt)}.`,
        },
      ]),
  ...decisions.map((one) => ({
    source: 'log' as const,
    text: `${m.clock(one.at)}, ${one.by ?? 'le bureau'} : ${one.words}`,
  })),
  ...(moreDecisions === 0
    ? []
    : [
        {
          source: 'log' as const,
          text: `Et ${many(moreDecisions, 'décision', 'décisions')} plus tôt, dans le fil de la cellule.`,
        },
      ]),
]

/** A note in French, on the brand's clock. */
export const noteFr = (timeZone: string): NoteTongue => {
  const m = momentsOf('fr', timeZone)
  const sections = (facts: SituationFacts): readonly NoteSection[] => {
    const gauge = facts.gravity && sayGravityFr(facts.gravity)
    const { pilot, maySay } = facts
    return [
      { title: 'OÙ EN SOMMES-NOUS', lines: counted(facts, m) },
      {
        title: 'GRAVITÉ',
        lines:
          gauge === null
            ? []
            : [gauge.headline, gauge.raise, gauge.lower]
                .filter((text) => text !== null)
                .map((text) => ({ source: 'gravity', text })),
      },
      { title: 'CE QUI EST CONFIRMÉ', lines: said(maySay.confirmed, 'Rien n’est confirmé à cette heure.', m) },
      { title: 'CE QUI NE L’EST PAS ENCORE', lines: said(maySay.unconfirmed, 'Rien n’est noté comme incertain.', m) },
      { title: 'CE QU’IL NE FAUT PAS DIRE', lines: said(maySay.forbidden, 'Rien n’est interdit.', m) },
      { title: 'CE QUI A ÉTÉ FAIT', lines: done(facts, m) },
      {
        title: 'QUI TIENT QUOI',
        lines: [
          {
            source: 'roles',
            text:
              pilot === null
                ? 'Personne ne pilote.'
                : pilot.takenAt === null
                  ? `${pilot.name} est désigné pilote et ne l’a pas encore confirmé.`
                  : `${pilot.name} pilote depuis ${m.clock(pilot.takenAt)}.`,
          },
          ...facts.roles.map(({ role, name, department }) => ({
            source: 'roles' as const,
            text: `${ROLES[role] ?? role} : ${name}${department === null ? '' : ` (${department})`}.`,
          })),
        ],
      },
    ]
  }
  return {
    subject: ({ step, title, level }) =>
      typesetFrench(`Note de situation, ${STEPS[step]} : ${title} (cellule de niveau ${level})`),
    sections: (facts) =>
      sections(facts).map(({ title, lines }) => ({
        title,
        lines: lines.map((line) => ({ ...line, text: typesetFrench(line.text) })),
      })),
    sourcesTitle: 'SOURCES',
    source: (source, { at, before, declaredBy, declaredAt }) =>
      typesetFrench(
        {
          mentions: `Messages liés à l’affaire et leurs dossiers, relevés à ${m.clock(at)}. Déclarée par ${declaredBy} à ${m.clock(declaredAt)}.`,
          gravity: `Jauge de gravité de Vigie, lue à ${m.clock(at)}.`,
          'may-say': `Liste « Ce que nous pouvons dire » à ${m.clock(at)}, avec qui l’a écrit et quand.`,
          log: 'Fil de la cellule, dans les mots de ceux qui ont décidé.',
          public: 'Horloge des points publics de la cellule.',
          roles: `Rôles de la cellule à ${m.clock(at)}.`,
          notes: `Note précédente${before === null ? '' : `, de ${m.clock(before.at)}`}.`,
        }[source],
      ),
  }
}
