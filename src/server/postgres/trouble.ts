export type PostgresTroubleCode =
  | 'binaries-missing'
  | 'binaries-broken'
  | 'libc-unsupported'
  | 'no-account'
  | 'folder-unreadable'
  | 'wrong-owner'
  | 'wrong-major'
  | 'disk-full'
  | 'locked-by-another'
  | 'socket-folder-taken'
  | 'does-not-answer'
  | 'start-failed'

/** The embedded database cannot run. The code is stable; the message says what happened and what to do. */
export class PostgresTrouble extends Error {
  readonly code: PostgresTroubleCode

  constructor(code: PostgresTroubleCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresTrouble'
    this.code = code
  }
}
