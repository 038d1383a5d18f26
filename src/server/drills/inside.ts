import { createHash } from 'node:crypto'
import type { Happening } from '#core/drill/happening.ts'
import type { Scenario, ScenarioFact, Words } from '#core/drill/scenario.ts'
import { keepFact } from '#server/case-file/keep-fact.ts'
import { recordDeed, stillHere } from '#server/case-file/record.ts'
import { lockCase } from '#server/cases/change-case.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

type Language = 'fr' | 'en'
type Inside = Extract<Happening, { kind: 'inside' }>

const KINDS = ['refund', 'delivery', 'replacement', 'owner', 'incident', 'resolution', 'order'] as const
const kindOf = (kind: string): (typeof KINDS)[number] => KINDS.find((known) => known === kind) ?? 'incident'

/** The act of a question carries its id. */
const questionIn = (act: string | null): string | null => /^question-(.+)$/.exec(act ?? '')?.[1] ?? null

/** Where the file is that comes with an answer. */
const FILE_IS_THERE: Record<Language, string> = {
  fr: '(Le fichier de ces personnes est sur l’écran « Exercices ».)',
  en: '(The file of these people is on the screen “Drills”.)',
}

const saidInCase = ({ says, list = [] }: Inside, language: Language): string =>
  list.length === 0 ? says[language] : `${says[language]} ${FILE_IS_THERE[language]}`

/** A department of the story answers where it was asked, as a colleague would (T3). */
export const answerAsDepartment = async (trx: Trx, desk: Desk, word: Inside, language: Language): Promise<boolean> => {
  const id = questionIn(word.answers)
  if (id === null) return false
  const row = await trx.selectFrom('case_questions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined || row.answered_at !== null) return false
  await trx
    .updateTable('case_questions')
    .set({ answer: saidInCase(word, language), answered_at: new Date(desk.now()) })
    .where('id', '=', id)
    .execute()
  const { owner_id } = await trx
    .selectFrom('cases')
    .select('owner_id')
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow()
  await recordDeed(trx, desk, {
    ...{ name: 'question.answered', workspaceId: row.workspace_id, caseId: row.case_id, memberId: null },
    data: { questionId: row.id, department: row.department },
    tell: await stillHere(trx, row.workspace_id, [row.asked_by, owner_id]),
  })
  return true
}

/** What everybody who answers should hear: a word from inside the house, an article, a call. It is read on the drill's own screen. */
export const tellTrainees = async (trx: Trx, desk: Desk, workspaceId: string): Promise<void> => {
  const people = await trx
    .selectFrom('drill_people')
    .select('member_id')
    .where('workspace_id', '=', workspaceId)
    .where('part', '=', 'trainee')
    .execute()
  for (const { member_id } of people) await tellMember(trx, desk, workspaceId, member_id, 'drill.word', {})
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

interface Known {
  eventId: string
  kind: (typeof KINDS)[number]
  status: ScenarioFact['status']
  says: Words
}

/** What the brand's systems know of a person of the story by now: their file, and the facts about them that were told. */
const knownOf = (scenario: Scenario, told: ReadonlySet<string>, personId: string): Known[] => {
  const file = scenario.people.find(({ id }) => id === personId)?.file ?? null
  const facts = scenario.facts.filter((fact) => told.has(fact.id) && (fact.about?.includes(personId) ?? false))
  return [
    ...(file === null ? [] : [{ eventId: 'file', kind: 'order' as const, status: 'requested' as const, says: file }]),
    ...facts.map((fact) => ({
      ...{ eventId: `fact-${fact.id}`, kind: kindOf(fact.kind), status: fact.status, says: fact.says },
    })),
  ]
}

/** The brand's systems write into the case files what they know, as real ones do: what is said of a case can be proved by it (P3, T4, G4). */
export const tellFacts = async (
  trx: Trx,
  desk: Desk,
  drill: Pick<Row<'drills'>, 'workspace_id' | 'scenario'>,
  told: ReadonlySet<string>,
  language: Language,
): Promise<void> => {
  const source = await trx.selectFrom('fact_sources').select(['id', 'name']).executeTakeFirstOrThrow()
  const cases = await trx
    .selectFrom('cases as c')
    .innerJoin('authors as a', 'a.id', 'c.author_id')
    .select(['c.id', 'a.external_id'])
    .where(
      'a.external_id',
      'in',
      drill.scenario.people.map(({ id }) => id),
    )
    .execute()
  const kept = new Set(
    (await trx.selectFrom('facts').select('event_id').where('source_id', '=', source.id).execute()).map(
      ({ event_id }) => event_id,
    ),
  )
  for (const one of cases)
    for (const known of knownOf(drill.scenario, told, one.external_id)) {
      const eventId = `${known.eventId}-${one.id}`
      if (kept.has(eventId)) continue
      const row = await lockCase(trx, one.id)
      if (row === undefined) continue
      const says = known.says[language]
      await keepFact(
        trx,
        desk,
        row,
        { kind: known.kind, status: known.status, detail: says, proof: `${source.name}, ${known.eventId}` },
        { sourceId: source.id, eventId, eventHash: hashOf(says) },
      )
    }
}
