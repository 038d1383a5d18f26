export type MigrationTroubleCode = 'badly-numbered' | 'edited-migration' | 'newer-database' | 'migration-failed'

/** The database cannot be brought to the shape that this version of Vigie needs. */
export class MigrationTrouble extends Error {
  readonly code: MigrationTroubleCode

  constructor(code: MigrationTroubleCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationTrouble'
    this.code = code
  }
}
