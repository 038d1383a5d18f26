export type TransferTroubleCode =
  | 'nothing-there'
  | 'file-exists'
  | 'cannot-write'
  | 'not-an-export'
  | 'damaged'
  | 'newer-export'
  | 'other-history'
  | 'not-empty'
  | 'other-key'
  | 'not-the-owner'
  | 'interrupted'

/** An export or an import cannot be done, and changed nothing. */
export class TransferTrouble extends Error {
  readonly code: TransferTroubleCode

  constructor(code: TransferTroubleCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransferTrouble'
    this.code = code
  }
}
