import { setTimeout as pause } from 'node:timers/promises'

/** How long anything may take on a machine that does ten other things; a story goes on as soon as it has happened. */
export const PATIENCE_MS = Number(process.env.JOURNEY_PATIENCE_MS ?? 120_000)

/** Tries until it holds, and fails with its last complaint. */
export const eventually = async <T>(holds: () => Promise<T> | T, patienceMs = PATIENCE_MS): Promise<T> => {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > until) throw error
      await pause(150)
    }
  }
}
