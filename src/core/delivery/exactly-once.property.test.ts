import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { MINUTE_MS } from '#core/time.ts'
import type { Delivery } from './delivery.ts'
import type { LookUpResult, SendingGuarantee, SendOutcome } from './guarantee.ts'
import { mayCall, mayRecord, takeLease } from './lease.ts'
import { nextStep } from './next-step.ts'
import { chooseNext } from './order.ts'
import { decideByPerson } from './person.ts'
import { DELIVERY_RULES } from './rules.ts'
import type { DeliveryNews, DeliveryStep } from './step.ts'
import { holdDelivery } from './undo.ts'

const LEASE_MS = 60_000
const READ_LAG_MS = 4_000
/** A request that the client gave up on may still land a little after. */
const LANDING_MS = 10_000
const SETTLE_MS = DELIVERY_RULES.callTimeoutMs + LANDING_MS + READ_LAG_MS

/** What goes wrong at one call or look-up; chosen by fast-check, in order. */
const trouble = fc.record({
  fault: fc.constantFrom(
    'fine',
    'reset-before',
    'reset-after',
    'hangs-and-is-lost',
    'hangs-and-lands-late',
    'says-500-but-done',
    'says-500',
    'says-429',
    'says-wait',
    'refuses',
  ),
  lookUpFails: fc.boolean(),
  crash: fc.constantFrom(
    'no',
    'no',
    'no',
    'before-the-call',
    'before-the-answer-is-noted',
    'frozen-before-the-call',
    'frozen-before-the-answer-is-noted',
  ),
  latencyMs: fc.integer({ min: 1, max: 5_000 }),
  /** Stops the whole desk for so long. */
  downMs: fc.constantFrom(0, 0, 0, 0, 2 * MINUTE_MS, 90 * MINUTE_MS),
})
type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never
const CALM: Trouble = { fault: 'fine', lookUpFails: false, crash: 'no', latencyMs: 200, downMs: 0 }

type Post = { readonly id: string; readonly reply: string; readonly at: number }

/** A network that keeps the promise of its guarantee, and no other. */
function fakeNetwork(guarantee: SendingGuarantee) {
  const posts: Post[] = []
  const keys = new Map<string, { at: number; post: Post }>()
  function land(reply: string, at: number): Post {
    const known = keys.get(reply)
    const validMs =
      guarantee.kind === 'own-id' ? Infinity : guarantee.kind === 'idempotency-key' ? guarantee.validMs : 0
    if (known && at < known.at + validMs) return known.post
    const post = { id: `post-${posts.length + 1}`, reply, at }
    posts.push(post)
    keys.set(reply, { at, post })
    return post
  }
  function call(reply: string, now: number, { fault, latencyMs }: Trouble): { outcome: SendOutcome; until: number } {
    const soon = now + latencyMs
    const timeout = now + DELIVERY_RULES.callTimeoutMs
    const ambiguous = { kind: 'ambiguous', detail: fault } as const
    switch (fault) {
      case 'fine':
        return { outcome: { kind: 'sent', externalId: land(reply, soon).id }, until: soon }
      case 'reset-after':
      case 'says-500-but-done':
        land(reply, soon)
        return { outcome: ambiguous, until: soon }
      case 'hangs-and-lands-late':
        land(reply, timeout + LANDING_MS)
        return { outcome: ambiguous, until: timeout }
      case 'hangs-and-is-lost':
        return { outcome: ambiguous, until: timeout }
      case 'reset-before':
      case 'says-500':
        return { outcome: ambiguous, until: soon }
      case 'says-429':
        return { outcome: { kind: 'later', reason: fault }, until: soon }
      case 'says-wait':
        return { outcome: { kind: 'later', reason: fault, retryAt: soon + 5 * MINUTE_MS }, until: soon }
      case 'refuses':
        return { outcome: { kind: 'refused', reason: 'forbidden', detail: '', permanent: true }, until: soon }
    }
  }
  function lookUp(reply: string, now: number, { lookUpFails }: Trouble): LookUpResult {
    if (lookUpFails) return { kind: 'unavailable' }
    const post = posts.find((post) => post.reply === reply && post.at + READ_LAG_MS <= now)
    return post ? { kind: 'found', externalId: post.id } : { kind: 'absent' }
  }
  return { posts, call, lookUp }
}

/** Runs a desk of one worker at a time against such a network until every delivery is finished. */
function runDesk(guarantee: SendingGuarantee, troubles: readonly Trouble[], wanted: readonly boolean[]) {
  const network = fakeNetwork(guarantee)
  const left = [...troubles]
  const rows = new Map<string, Delivery>()
  const asked = { toCheck: 0, stale: 0, doubts: 0 }
  /** Workers that froze, and go on where they were when they wake up, after others took over. */
  const frozen: { wakesAt: number; goOn: () => void }[] = []
  let now = Date.UTC(2026, 10, 23, 12)
  for (let index = 0; index < 4; index++) {
    const priority = index === 3 ? 'urgent' : 'routine'
    const conversationId = `conversation-${index % 2}`
    const id = `reply-${index}`
    rows.set(id, holdDelivery({ id, conversationId, sequence: index, priority, now, undoMs: 5_000 }))
  }

  const write = (delivery: Delivery) => {
    rows.set(delivery.id, delivery)
    if (delivery.state !== 'sent') return
    const out = network.posts.filter(({ reply }) => reply === delivery.id)
    assert.equal(out.length, 1, 'said sent, but is not there exactly once')
    if (delivery.externalId !== null) assert.equal(delivery.externalId, out[0]?.id)
  }
  const hear = (delivery: Delivery, news: DeliveryNews): DeliveryStep => {
    const move = nextStep(delivery, news, { guarantee, rules: DELIVERY_RULES, now, random: 0.5 })
    write(move.delivery)
    return move.step
  }

  function work(claimed: Delivery) {
    const leased = takeLease(claimed, now, LEASE_MS)
    const { step } = hear(leased, { kind: 'due' })
    if (step !== 'send' && step !== 'look-up') return
    const trouble = left.shift() ?? CALM
    const { crash } = trouble
    const token = leased.lastToken
    const latest = () => rows.get(claimed.id) ?? claimed
    now += trouble.downMs

    const call = () => {
      if (!mayCall(latest().lease, token, now, DELIVERY_RULES.callTimeoutMs)) {
        asked.doubts++
        return
      }
      if (step === 'look-up') {
        const result = network.lookUp(claimed.id, now, trouble)
        now += trouble.latencyMs
        if (crash === 'no') hear(latest(), { kind: 'looked-up', result })
        return
      }
      const { outcome, until } = network.call(claimed.id, now, trouble)
      now = until
      if (outcome.kind === 'ambiguous') asked.doubts++
      const note = () => {
        if (mayRecord(latest(), token, outcome)) hear(latest(), { kind: 'outcome', outcome })
      }
      if (crash === 'no') note()
      else if (crash === 'frozen-before-the-answer-is-noted') frozen.push({ wakesAt: now + 2 * MINUTE_MS, goOn: note })
    }
    if (crash !== 'no') asked.doubts++
    if (crash === 'frozen-before-the-call') frozen.push({ wakesAt: now + 2 * MINUTE_MS, goOn: call })
    else if (crash !== 'before-the-call') call()
  }

  /** Looks at the network, once all is there, and says the truth. */
  function askPerson(delivery: Delivery, stillWanted: boolean) {
    now += SETTLE_MS
    const isOut = network.posts.some(({ reply }) => reply === delivery.id)
    if (delivery.state === 'stale') {
      asked.stale++
      assert.equal(isOut, false, 'asked whether to send what is out there')
    } else asked.toCheck++
    const kind = isOut ? 'published' : stillWanted ? 'send-again' : 'drop'
    const decided = decideByPerson(delivery, { kind }, 'aicha', now)
    assert.ok('delivery' in decided)
    write(decided.delivery)
  }

  for (let turn = 0; turn < 3_000; turn++) {
    const woken = frozen.findIndex(({ wakesAt }) => wakesAt <= now)
    if (woken >= 0) frozen.splice(woken, 1)[0]?.goOn()
    const all = [...rows.values()]
    const waiting = all.find(({ state }) => state === 'to-check' || state === 'stale')
    const next = chooseNext(all, now)
    if (next) work(next)
    else if (waiting) askPerson(waiting, wanted[turn % wanted.length] ?? true)
    else {
      const times = all.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]))
      if (times.length === 0) return { rows: all, posts: network.posts, asked }
      now = Math.max(now + 1, Math.min(...times.filter((time) => time > now), now + MINUTE_MS))
    }
  }
  throw new Error('the desk never came to rest')
}

const GUARANTEES: Record<string, SendingGuarantee> = {
  'a client-chosen id': { kind: 'own-id', settleMs: SETTLE_MS },
  'an idempotency key': { kind: 'idempotency-key', validMs: 4 * MINUTE_MS },
  'look-up only': { kind: 'look-up', settleMs: SETTLE_MS },
  'no guarantee at all': { kind: 'none' },
}

describe('exactly once, through resets, hangs, "500 but done", 429, crashes and stops', () => {
  for (const [name, guarantee] of Object.entries(GUARANTEES)) {
    test(`with ${name}`, () => {
      fc.assert(
        fc.property(
          fc.array(trouble, { maxLength: 25, size: 'max' }),
          fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
          (troubles, wanted) => {
            const { rows, posts, asked } = runDesk(guarantee, troubles, wanted)
            for (const { id, state } of rows) {
              const out = posts.filter(({ reply }) => reply === id).length
              assert.ok(['sent', 'refused', 'cancelled'].includes(state), `${id} is lost in ${state}`)
              assert.equal(out, state === 'sent' ? 1 : 0, `${id} is ${state} and there ${out} times`)
            }
            for (const conversation of ['conversation-0', 'conversation-1']) {
              const mine = rows.filter(({ conversationId }) => conversationId === conversation).map(({ id }) => id)
              const said = posts.filter(({ reply }) => mine.includes(reply)).map(({ reply }) => reply)
              assert.deepEqual(said, [...said].sort(), 'words out of order')
            }
            if (guarantee.kind === 'none') assert.ok(asked.toCheck <= asked.doubts)
          },
        ),
        { numRuns: 400 },
      )
    })
  }

  test('a look-up that began before the settle time proves nothing, however late its answer', () => {
    const calm: Trouble = { ...CALM, latencyMs: 1 }
    const troubles: Trouble[] = [
      { ...calm, crash: 'frozen-before-the-call' },
      { ...calm, downMs: 90 * MINUTE_MS },
      { ...calm, crash: 'before-the-call' },
      calm,
      { ...calm, fault: 'hangs-and-lands-late' },
      { ...calm, lookUpFails: true, latencyMs: 2_849 },
      { ...calm, crash: 'frozen-before-the-answer-is-noted', latencyMs: 4_446 },
      { ...calm, lookUpFails: true, latencyMs: 2_034 },
      { ...calm, latencyMs: 1_671 },
      { ...calm, fault: 'refuses' },
    ]
    const { rows, posts } = runDesk({ kind: 'own-id', settleMs: SETTLE_MS }, troubles, [false, false, true, false])
    for (const { id, state } of rows)
      assert.equal(posts.filter(({ reply }) => reply === id).length, state === 'sent' ? 1 : 0, id)
  })

  test('a person is hardly ever asked where the network can be asked', () => {
    const noStop = trouble.map((one) => ({ ...one, downMs: 0, lookUpFails: false }))
    for (const name of ['a client-chosen id', 'look-up only']) {
      const guarantee = GUARANTEES[name]
      assert.ok(guarantee)
      fc.assert(
        fc.property(fc.array(noStop, { maxLength: 25, size: 'max' }), (troubles) => {
          assert.equal(runDesk(guarantee, troubles, [true]).asked.toCheck, 0)
        }),
      )
    }
  })
})
