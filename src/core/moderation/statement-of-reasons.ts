import type { ModerationCause } from '#core/charter/moderation-cause.ts'
import type { Language } from '#core/guard/guard-input.ts'

type Told = {
  readonly cause: ModerationCause
  readonly brand: string
  readonly network: string
  /** When the message was written, as the reader's language writes it. */
  readonly writtenAt: Readonly<Record<Language, string>>
  readonly permalink: string | null
  /** What the member who asks saw in it. */
  readonly reason: string
}

const GROUNDS: Readonly<Record<ModerationCause, Readonly<Record<Language, string>>>> = {
  hate: {
    fr: 'il appelle à la haine ou à la violence contre des personnes',
    en: 'it incites hatred or violence against people',
  },
  threat: { fr: 'il menace une personne', en: 'it threatens a person' },
  'personal-data': {
    fr: 'il montre des données personnelles d’autrui',
    en: 'it shows the personal data of somebody else',
  },
  spam: { fr: 'c’est une publicité ou l’envoi d’un robot', en: 'it is advertising or was sent by a robot' },
  impersonation: { fr: 'son auteur se fait passer pour un autre', en: 'its author passes for somebody else' },
  minors: { fr: 'il met un mineur en danger', en: 'it puts a minor in danger' },
}

/**
 * What the author of a message that was lawfully removed is told: which message, on which ground and facts, that people decided, and where
 * they may contest it (D1). Never because it criticises.
 */
export const statementOfReasons = (told: Told): Readonly<Record<Language, string>> => {
  const { cause, brand, network, writtenAt, permalink, reason } = told
  const at = permalink === null ? '' : ` (${permalink})`
  return {
    fr: [
      `Votre message du ${writtenAt.fr} sur ${network}${at} a été masqué sous les publications de ${brand}.`,
      `Motif : ${GROUNDS[cause].fr}. Ce que nous avons constaté : ${reason}`,
      'La décision a été prise par deux personnes ; aucun moyen automatique n’y a servi. Une critique de la marque n’est jamais un motif.',
      `Vous pouvez la contester auprès de ${brand} par les moyens de contact de son compte, auprès de ${network}, d’un organe de règlement extrajudiciaire des litiges, ou devant un juge.`,
    ].join('\n'),
    en: [
      `Your message of ${writtenAt.en} on ${network}${at} was hidden under the posts of ${brand}.`,
      `Ground: ${GROUNDS[cause].en}. What we found: ${reason}`,
      'Two people took the decision; no automatic means were used. Criticism of the brand is never a ground.',
      `You may contest it with ${brand} by the means of contact of its account, with ${network}, before an out-of-court dispute settlement body, or in court.`,
    ].join('\n'),
  }
}
