/** Why a mail server could not be used: a stable code, what was seen, and whether only a person can help. */
export interface Trouble {
  reason: string
  detail: string
  needsPerson: boolean
}

export const trouble = (reason: string, detail: string, needsPerson = false): { trouble: Trouble } => ({
  trouble: { reason, detail: detail.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 500), needsPerson },
})

export const stopped = trouble('stopped', 'the desk stopped before the server answered')

const CERTIFICATE = /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ISSUER/
const TLS = /^(EPROTO|ERR_SSL|ERR_TLS|ECONNRESET$)/

/** The trouble of a connection that never came to be, from the code of the machine. */
export const connectionTrouble = (error: unknown): { trouble: Trouble } => {
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string }
  const detail = code === '' || message.includes(code) ? message : `${code}: ${message}`
  if (CERTIFICATE.test(code)) return trouble('certificate-refused', detail)
  if (TLS.test(code)) return trouble('encryption-failed', detail)
  return trouble('unreachable', detail || 'no answer')
}
