import type { Role } from '#server/db/schema.ts'

const everyone: readonly Role[] = ['admin', 'manager', 'validator', 'agent', 'trainee']
/** Whoever may read another's words before they leave (V1). */
const approvers: readonly Role[] = ['admin', 'manager', 'validator']
/** No trainee alone at the controls (V3): a trainee reads, drafts and takes notes; nobody outside hears of it. */
const trusted: readonly Role[] = ['admin', 'manager', 'validator', 'agent']

/** Who may do what in a brand. The routes name these lines; a route that names another one does not start. */
export const permissions = {
  'inbox.read': everyone,
  /** Whoever speaks for the brand; a second person reads it in any case. */
  'statement.give': trusted,
  'statement.prepare': approvers,
  'draft.write': everyone,
  'note.write': everyone,
  'case.work': trusted,
  'gesture.override': ['admin', 'manager'],
  'systems.write': ['admin'],
  'removal.ask': trusted,
  'removal.confirm': approvers,
  'reply.send': trusted,
  'reply.ask': everyone,
  'approval.give': approvers,
  'channels.read': everyone,
  'channels.write': ['admin'],
  'settings.write': ['admin', 'manager'],
  'members.write': ['admin'],
  'speech.stop': everyone,
  'speech.release': ['admin', 'manager'],
  'journal.read': ['admin', 'manager'],
  'journal.export': ['admin'],
  'rota.read': everyone,
  'rota.write': ['admin', 'manager'],
  'autonomy.decide': ['admin', 'manager'],
  /** One's own; somebody else's asks for the rota. */
  'absence.write': everyone,
  'charter.read': everyone,
  'charter.write': ['admin', 'manager'],
  'charter.approve': trusted,
  'rules.switch': ['admin', 'manager'],
  'contest.decide': ['admin', 'manager'],
  /** Whoever may be on watch. */
  'alert.take': everyone,
  /** No trainee alone at the controls: they see the cell, and ask a colleague (V3). */
  'incident.declare': trusted,
  /** What is decided in the cell: whoever holds a role in it, or answers for the brand; the verbs look. */
  'incident.lead': trusted,
  'drill.read': everyone,
  'drill.run': ['admin', 'manager'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name)

const rolesOf = (permission: Permission): readonly Role[] => permissions[permission]

export const may = (role: Role, permission: Permission): boolean => rolesOf(permission).includes(role)

export const permissionsOf = (role: Role): Permission[] =>
  Object.keys(permissions)
    .filter(isPermission)
    .filter((permission) => may(role, permission))
