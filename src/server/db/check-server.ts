import type pg from 'pg'

export type DatabaseTroubleCode = 'database-unreachable' | 'database-refused' | 'database-missing' | 'database-too-old'

/** The server of DATABASE_URL cannot be used. The message never holds the password. */
export class DatabaseTrouble extends Error {
  readonly code: DatabaseTroubleCode

  constructor(code: DatabaseTroubleCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseTrouble'
    this.code = code
  }
}

const oldest = 15

const explain = (error: unknown): unknown => {
  const { code = '', message } = error as { code?: string; message: string }
  const fault = (name: DatabaseTroubleCode, text: string) => new DatabaseTrouble(name, text, { cause: error })
  if (code === '3D000') {
    return fault('database-missing', `${message}. Make the database that DATABASE_URL names: createdb NAME`)
  }
  if (code.startsWith('28')) {
    return fault(
      'database-refused',
      `The server of DATABASE_URL refused the account: ${message}. Correct its name or password.`,
    )
  }
  if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('57P') && code !== '53300') return error
  const why = message || code || 'no answer'
  return fault(
    'database-unreachable',
    `The server of DATABASE_URL does not answer (${why}). Is it running, and is the address right?`,
  )
}

/** Says what is wrong with the server before anything is asked of it. */
export const checkServer = async (owner: pg.Pool): Promise<void> => {
  let major: number
  try {
    const { rows } = await owner.query<{ major: number }>(
      "select current_setting('server_version_num')::integer / 10000 as major",
    )
    major = rows[0]?.major ?? 0
  } catch (error) {
    throw explain(error)
  }
  if (major >= oldest) return
  throw new DatabaseTrouble(
    'database-too-old',
    `The server of DATABASE_URL is PostgreSQL ${major}; Vigie needs ${oldest} or newer.`,
  )
}
