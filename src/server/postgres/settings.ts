import type { Place } from './place.ts'
import { port } from './socket-folder.ts'

export type Settings = Record<string, string>

/**
 * Durable, silent on the network, and discreet: a log keeps a week, and never a statement nor the words of a row (`terse` leaves out
 * the DETAIL of an error, where PostgreSQL quotes the row).
 */
export const settingsFor = (place: Place, socketFolder: string, extra: Settings = {}): Settings => ({
  listen_addresses: '',
  port: String(port),
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  logging_collector: 'on',
  log_directory: place.log,
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_file_mode: '0600',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  ...extra,
})

export const asArguments = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
