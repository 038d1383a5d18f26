import assert from 'node:assert/strict'
import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { type Bench, calm, heldWith, notHere, outgoing, sayAndSettle, words } from './bench.ts'
import { listen, messagesIn } from './listen.ts'
import type { Fault, Rig } from './rig.ts'

const ALL: Fault[] = [
  'refused-connection',
  'reset-before',
  'too-many',
  'unavailable',
  'done-then-reset',
  'done-then-error',
  'done-then-nonsense',
  'done-then-hang',
]
const isDone = (fault: Fault): boolean => fault.startsWith('done-')

/** When the answer went wrong, the connector never guesses: in doubt it says so, and the doubt can be settled (A1, G4). */
export const faults = ({ connector, test }: Bench): void => {
  const { capabilities } = connector

  const meet = async (rig: Rig, fault: Fault) => {
    const desk = listen(connector, rig)
    const said = await sayAndSettle(rig, rig.people.customer, words('Il y a quelqu’un ?'))
    const message = messagesIn(await desk.hear()).find((one) => one.messageId === said.messageId)
    assert.ok(message)
    const letter = outgoing(rig, {
      text: words('Nous sommes là'),
      to: rig.people.customer,
      audience: rig.ordinary,
      conversationKey: message.conversationKey,
      answers: message,
      ...(capabilities.subject ? { subject: 'Re: présence' } : {}),
    })
    const stop = new AbortController()
    const { reached } = await rig.arm(fault)
    const sending = desk.session.send(letter, stop.signal)
    if (fault === 'done-then-hang') {
      await reached
      stop.abort()
    }
    return { desk, letter, outcome: await sending }
  }

  const judge = async (rig: Rig, fault: Fault, outcome: SendOutcome, text: string): Promise<void> => {
    const held = await heldWith(rig, text)
    assert.equal(held.length, isDone(fault) ? 1 : 0, `the rig’s fault ${fault} does not do what it says`)
    if (isDone(fault)) assert.ok(outcome.kind === 'ambiguous' || outcome.kind === 'sent', JSON.stringify(outcome))
    else assert.ok(outcome.kind === 'later' || outcome.kind === 'ambiguous', JSON.stringify(outcome))
    if (fault === 'too-many' || fault === 'refused-connection')
      assert.equal(outcome.kind, 'later', JSON.stringify(outcome))
  }

  for (const fault of ALL) {
    test(`does not guess after « ${fault} », and the message ends up there once`, async (rig, t) => {
      if (!rig.faults.includes(fault)) return notHere(t, 'the rig cannot do this')
      const { desk, letter, outcome } = await meet(rig, fault)
      await judge(rig, fault, outcome, letter.text)
      if (desk.session.lookUp) {
        const looked = await desk.session.lookUp(letter, calm())
        assert.equal(looked.kind, isDone(fault) ? 'found' : 'absent', JSON.stringify(looked))
      }
      const mayRepeat = !isDone(fault) || ['own-id', 'idempotency-key'].includes(capabilities.guarantee.kind)
      if (mayRepeat) {
        const again = await desk.session.send(letter, calm())
        assert.equal(again.kind, 'sent', JSON.stringify(again))
        assert.equal((await heldWith(rig, letter.text)).length, 1)
      }
      await desk.close()
    })
  }
}
