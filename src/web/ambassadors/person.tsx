import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AmbassadorsView } from '#contract/ambassadors.ts'
import { STEPS } from '#core/ambassador/journey.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './ambassadors.tsx'
import { VoucherForm } from './voucher-form.tsx'
import { useAmbassadorWords } from './words.ts'

type One = AmbassadorsView['people'][number]

const DAY_MS = 86_400_000

/** The way of one customer: each step with its date and what proves it, and those that were not made. */
function Way({ one }: { one: One }) {
  const { f } = useSpeech()
  const a = useAmbassadorWords()
  const now = useNow()
  return (
    <ol className="proofs">
      {STEPS.map((step) => {
        const proof = one.proofs.find((known) => known.step === step)
        return (
          <li key={step} className={proof === undefined ? 'missing' : 'made'}>
            <b>{a.steps[step]}</b>
            {proof === undefined ? (
              <span className="quiet">{a.notYet}</span>
            ) : (
              <span>
                {f.moment(proof.at, now)}, {a.proofs[proof.kind]}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Due({ one }: { one: One }) {
  const { f } = useSpeech()
  const a = useAmbassadorWords()
  const now = useNow()
  const { dueAt } = one.due
  const late = dueAt !== null && dueAt < now
  const when = dueAt === null ? '' : late ? a.late(f.moment(dueAt, now)) : a.by(f.moment(dueAt, now))
  return (
    <p className={late ? 'late' : ''}>
      {a.due[one.due.do]}
      {when}
    </p>
  )
}

function Vouchers({ one, may }: { one: One; may: boolean }) {
  const { w, f } = useSpeech()
  const a = useAmbassadorWords()
  const now = useNow()
  const takeBack = async (id: string, code: string) => {
    const reason = await ask({
      ...{ kind: 'words', title: a.voidTitle(code), label: a.voidLabel, yes: a.voidIt, required: true },
    } as const)
    if (reason === null) return
    try {
      await api.voidVoucher({ id, reason })
      sayDone(a.voided)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
  return (
    <ul className="vouchers">
      {one.vouchers.map(({ id, code, kind, amountCents, state, validUntil, endNote }) => {
        const said = state === 'open' || state === 'expired' ? f.day(validUntil, now) : (endNote ?? '')
        return (
          <li key={id}>
            {a.voucher(code, a.money(f.number(amountCents / 100)), a.kinds[kind])}{' '}
            <span className="quiet">{a.states[state](said)}</span>{' '}
            {state === 'open' && may && (
              <Button look="link" small aria-label={a.voidOf(code)} onPress={() => void takeBack(id, code)}>
                {a.voidIt}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** One customer: where they are, what proves it, what is due, and what may be offered. */
export function Person({ one }: { one: One }) {
  const { w } = useSpeech()
  const { can } = useDesk()
  const a = useAmbassadorWords()
  const now = useNow()
  const [offering, setOffering] = useState(false)
  const { caseId, due } = one
  const may = can('case.work')
  const remind = async () => {
    if (caseId === null) return
    try {
      await api.makeCommitment({ id: caseId, what: a.remindWhat, dueAt: Math.max(due.dueAt ?? 0, now + DAY_MS) })
      sayDone(a.reminded)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
  return (
    <li tabIndex={-1}>
      <h3>
        {one.name}{' '}
        <span className="quiet small">
          {one.accounts.map(({ handle, network }) => `${handle} (${network})`).join(', ')}
        </span>
      </h3>
      <Due one={one} />
      <Way one={one} />
      {one.vouchers.length > 0 && <Vouchers one={one} may={may} />}
      {offering && caseId !== null && <VoucherForm caseId={caseId} close={() => setOffering(false)} />}
      <p className="acts">
        {caseId !== null && one.caseNumber !== null && (
          <Link
            to="/w/$workspace/inbox"
            params={{ workspace: workspaceId() }}
            search={{ case: caseId }}
            className="button plain small-button"
          >
            {a.case(one.caseNumber)}
          </Link>
        )}
        {may && due.do === 'follow-up' && caseId !== null && (
          <Button small onPress={() => void remind()}>
            {a.remind}
          </Button>
        )}
        {may && one.mayOfferGesture && caseId !== null && !offering && (
          <Button small onPress={() => setOffering(true)}>
            {a.offer}
          </Button>
        )}
      </p>
      {!one.mayOfferGesture && <p className="quiet small">{a.offerNotYet}</p>}
    </li>
  )
}
