import type { Trx } from '#server/db/transaction.ts'

const facts = (trx: Trx) =>
  trx
    .selectFrom('facts as f')
    .leftJoin('members as m', 'm.id', 'f.member_id')
    .leftJoin('fact_sources as s', 's.id', 'f.source_id')
    .leftJoin('files as d', 'd.id', 'f.file_id')
    .select(['f.id', 'f.workspace_id', 'f.kind', 'f.status', 'f.detail', 'f.proof', 'f.proof_url', 'f.recorded_at'])
    .select(['f.file_id', 'd.name as document', 's.name as source', 'f.member_id', 'm.name as member'])

type Told = Awaited<ReturnType<ReturnType<typeof facts>['execute']>>[number]

const shape = (row: Told) => ({
  ...{ id: row.id, kind: row.kind, status: row.status, detail: row.detail, proof: row.proof, proofUrl: row.proof_url },
  document:
    row.file_id === null ? null : { name: row.document ?? '', url: `/api/w/${row.workspace_id}/files/${row.file_id}` },
  source: row.source,
  by: row.member_id === null ? null : { id: row.member_id, name: row.member ?? '?' },
  recordedAt: row.recorded_at.getTime(),
})

/** The facts of a case in the order in which they were told, each with its proof and where it comes from (G4). */
export const factsOf = async (trx: Trx, caseId: string) =>
  (await facts(trx).where('f.case_id', '=', caseId).orderBy('f.recorded_at').orderBy('f.id').execute()).map(shape)

export const readFact = async (trx: Trx, id: string) =>
  shape(await facts(trx).where('f.id', '=', id).executeTakeFirstOrThrow())
