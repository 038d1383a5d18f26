import { SIDES, type Side } from '#core/charter/document.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { refreshCharter, type Version } from './use-charter.ts'
import { useCharterWords } from './words.ts'

/** Two sides, two people: what each has signed, and the button to sign for one (H1). */
export function Approvals({ draft, isUnkept, faults }: { draft: Version; isUnkept: boolean; faults: number }) {
  const { w: words, f } = useSpeech()
  const w = useCharterWords()
  const now = useNow()
  const { can, me } = useDesk()
  const given = (side: Side) => draft.approvals.find((one) => one.side === side)
  const isMine = draft.approvals.some(({ by }) => by.id === me.id)
  const approve = async (side: Side) => {
    const last = draft.approvals.length === 1
    const title = w.approveTitle(draft.number)
    if ((await ask({ kind: 'confirm', title, text: w.approveText(side, last), yes: w.approve })) === null) return
    try {
      const { number, revision } = draft
      const { inForce } = await api.approveCharter({ number, revision, side })
      sayDone(inForce ? w.nowInForce(number) : w.approvedFor(side))
    } catch (error) {
      sayTrouble(words.refused(codeOf(error)))
    }
    await refreshCharter()
  }
  return (
    <Panel title={w.approvals} note={isUnkept ? w.saveFirst : w.approvalsNote}>
      <ul className="charter-sides">
        {SIDES.map((side) => {
          const one = given(side)
          return (
            <li key={side}>
              <span>{w.sides[side]}</span>
              {one === undefined ? (
                <>
                  <span className="quiet">{w.awaited}</span>
                  {can('charter.approve') && (
                    <Button
                      small
                      look={isMine ? 'plain' : 'main'}
                      aria-label={`${w.approve}, ${w.sides[side]}`}
                      isDisabled={isUnkept || isMine || faults > 0}
                      onPress={() => void approve(side)}
                    >
                      {w.approve}
                    </Button>
                  )}
                </>
              ) : (
                <span className="strong">{w.approvedBy(one.by.name, f.moment(one.at, now))}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
