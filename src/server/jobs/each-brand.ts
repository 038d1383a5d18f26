import { sql } from 'kysely'
import type { Desk } from '#server/desk.ts'

/** Every brand, and the drills that still run: in one that is over nothing happens any more. */
export const brandsAtWork = async (desk: Desk): Promise<{ id: string; drillOf: string | null }[]> => {
  const { rows } = await sql<{ id: string; drillOf: string | null }>`
    select id, drill_of as "drillOf" from workspaces w
    where not exists (select from drills d where d.workspace_id = w.id and d.state = 'over')`.execute(desk.db.worker)
  return rows
}

/**
 * One step of a loop, brand by brand. What fails in one brand is logged and tried again in the next round, and keeps no other waiting.
 * Returns how much the others moved.
 */
export const inEachBrand = async <B extends { id: string }>(
  { log }: Pick<Desk, 'log'>,
  brands: readonly B[],
  step: string,
  take: (brand: B) => Promise<number>,
  signal?: AbortSignal,
): Promise<number> => {
  let moved = 0
  for (const brand of brands) {
    if (signal?.aborted === true) break
    moved += await take(brand).catch((error: unknown) => {
      log.error({ err: error, workspace: brand.id, step }, 'a step failed for one brand; it is tried again')
      return 0
    })
  }
  return moved
}
