import type { Role } from '#contract/shapes.ts'

/** From the one who may do everything to the one who learns. */
export const roleList = ['admin', 'manager', 'validator', 'agent', 'trainee'] as const satisfies readonly Role[]
