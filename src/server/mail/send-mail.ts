import { createTransport } from 'nodemailer'
import type { MailServer } from '#server/mail-server.ts'
import type { Handed, Outside } from '#server/notices/outside.ts'

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  syscall?: string
}

/** What happens before a server has a whole mail: it must throw away what it got (RFC 5321 4.1.1.4). */
const BEFORE_THE_END = new Set(['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE', 'EMESSAGE'])

const isCertain = ({ code = '', responseCode, syscall = '' }: SmtpError): boolean =>
  responseCode !== undefined || BEFORE_THE_END.has(code) || syscall === 'connect' || syscall === 'getaddrinfo'

const failureOf = (error: unknown): Handed => {
  const smtp = (error ?? {}) as SmtpError
  const { responseCode = 0, command = '' } = smtp
  // A refused recipient or mail stays refused; a refused password is mended by whoever runs the desk, and is tried again.
  const permanent = responseCode >= 500 && /^(RCPT|DATA|MAIL)/.test(command)
  const reason = `${smtp.code ?? 'mail'}${responseCode === 0 ? '' : ` ${responseCode}`}${command === '' ? '' : ` at ${command}`}`
  return { kind: 'failed', reason, certain: isCertain(smtp), permanent }
}

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }

/** The desk's own mail to its members, one connection a mail: they are few. What the server says is kept as a code, never its words. */
export const makeMail = ({
  host,
  port,
  tls,
  clear,
  user,
  password,
  from,
}: MailServer): NonNullable<Outside['mail']> => {
  const transport = createTransport({
    ...{ host, port, secure: tls, requireTLS: !tls && !clear, ...TIMES },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...{ disableFileAccess: true, disableUrlAccess: true, tls: { minVersion: 'TLSv1.2' } },
  })
  return async ({ to, subject, text, html, messageId, language }) => {
    try {
      await transport.sendMail({
        ...{ from: { name: 'Vigie', address: from }, to, subject, text, html, messageId },
        // Nobody's absence note answers a machine (RFC 3834).
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': language,
        },
      })
      return { kind: 'taken' }
    } catch (error) {
      return failureOf(error)
    }
  }
}
