import type { ColumnType } from 'kysely'

/** Written as a Date or an ISO string, read as a Date. */
export type At = ColumnType<Date, Date | string, Date | string>
export type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Written as JSON text (a bare array would be sent as a PostgreSQL array), read as a value. */
export type Json<T> = ColumnType<T, string, string>
export type JsonDefault<T> = ColumnType<T, string | undefined, string>
export type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
export type JsonObject = Record<string, unknown>

export type Role = 'admin' | 'manager' | 'validator' | 'agent' | 'trainee'
