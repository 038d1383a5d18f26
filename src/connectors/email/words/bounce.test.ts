import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMail } from '../mail-for-test.ts'

const KEY = '0198c0de-1111-7222-8333-444455556666'
const OURS = `<vigie.${KEY}@fleursduport.test>`

interface Report {
  action?: string
  status?: string
  recipient?: string
  diagnostic?: string
  original?: string
}

const report = ({
  action = 'failed',
  status = '5.1.1',
  recipient = 'camille@clients.test',
  diagnostic = 'smtp; 550 5.1.1 User unknown',
  original = `Message-ID: ${OURS}\nSubject: Re: Bouquet`,
}: Report = {}): string => `From: MAILER-DAEMON@mail.fleursduport.test
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: text/plain

I'm sorry.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.fleursduport.test

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: ${diagnostic}
--x
Content-Type: text/rfc822-headers

${original}
--x--
`

const undelivered = async (source: string) => {
  const read = await readMail(source)
  assert.ok(read.kind === 'undelivered', JSON.stringify(read))
  return [read.messageId, read.reason, read.permanent]
}

describe('a mail of ours that comes back', () => {
  it('is told by a report: which one, why, and whether for good', async () => {
    assert.deepEqual(await undelivered(report()), [OURS, 'no-such-address', true])
    const full = { status: '5.2.2', diagnostic: 'smtp; 552 mailbox full' }
    assert.deepEqual(await undelivered(report(full)), [OURS, 'mailbox-full', true])
    const spam = { status: '5.7.1', diagnostic: 'smtp; 550 blocked' }
    assert.deepEqual(await undelivered(report(spam)), [OURS, 'refused-by-policy', true])
  })

  it('is only late while the server still tries', async () => {
    const late = report({ action: 'delayed', status: '4.4.1', diagnostic: 'smtp; connection timed out' })
    assert.deepEqual(await undelivered(late), [OURS, 'unreachable', false])
  })

  it('is known by our mark where the server has given it another id', async () => {
    const original = `Message-ID: <abc@prod.outlook.com>\nX-Vigie-Delivery: ${KEY}`
    assert.deepEqual(await undelivered(report({ original })), [OURS, 'no-such-address', true])
  })

  it('is nothing when it has arrived, when it is our own copy, or when nobody says which one', async () => {
    for (const harmless of [
      report({ action: 'relayed', status: '2.0.0' }),
      report({ recipient: 'contact@fleursduport.test' }),
      report({ original: 'Subject: x' }),
    ])
      assert.equal((await readMail(harmless)).kind, 'nothing')
  })

  it('is told in words by servers that do not follow the standard', async () => {
    const qmail = `From: MAILER-DAEMON@vieux.test
Return-Path: <>
Subject: failure notice

Hi. This is the qmail-send program.
<camille@clients.test>: Sorry, no mailbox here by that name.

--- Below this line is a copy of the message.
Message-ID: ${OURS}
`
    assert.deepEqual((await undelivered(qmail)).slice(0, 1), [OURS])
    const exim = `From: Mail Delivery System <Mailer-Daemon@vieux.test>
Subject: Warning: message 1abc delayed 24 hours
X-Failed-Recipients: camille@clients.test
References: ${OURS}

This message was created automatically. No action is required on your part.
`
    assert.deepEqual(await undelivered(exim), [OURS, 'refused-by-server', false])
  })

  it('is not what a customer says of a mail that did not arrive', async () => {
    const read = await readMail(`From: camille@clients.test
Subject: Undelivered: mon bouquet

Delivery failed, 5.1.1, ${OURS}
`)
    assert.equal(read.kind, 'message')
  })
})
