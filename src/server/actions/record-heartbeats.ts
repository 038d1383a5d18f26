import type { Desk } from '#server/desk.ts'

/** Writes down that these loops live, for whoever watches the desk from another process. */
export const recordHeartbeats = async (
  desk: Desk,
  loops: readonly { name: string; lastRoundAt(): number | null }[],
): Promise<void> => {
  for (const loop of loops) {
    const at = loop.lastRoundAt()
    if (at === null) continue
    const kept = { value: JSON.stringify({ at }), updated_at: new Date(at) }
    await desk.db.app
      .insertInto('installation')
      .values({ key: `loop.${loop.name}`, ...kept })
      .onConflict((c) => c.column('key').doUpdateSet(kept))
      .execute()
  }
}
