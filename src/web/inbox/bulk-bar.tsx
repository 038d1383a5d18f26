import { IconX } from '@tabler/icons-react'
import { askAssign, askResolve, type Subject, snooze } from '../case/acts.ts'
import { askLabelMany } from '../case/labels.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { useMoves } from './desk-of-cases.tsx'
import type { Queue } from './queue.ts'
import { readChecked, uncheckAll, useChecked } from './selection.ts'
import './bulk-bar.css'

/** One deed for all the cases that are ticked. */
export function BulkBar({ queue }: { queue: Queue }) {
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const moves = useMoves()
  const checked = useChecked()
  const subjects = (): Subject[] =>
    [...readChecked()].flatMap((id) => {
      const row = queue.row(id)
      return row === undefined ? [] : [{ id, owner: row.owner, owed: row.dueAt !== null, dueAt: row.dueAt }]
    })
  const after = () => {
    moves.moveOn([...readChecked()])
    uncheckAll()
  }
  return (
    <div className="bulk-bar" role="toolbar" aria-label={w.inbox.checked(checked.size, f.number(checked.size))}>
      <div className="bulk-count">
        <b>{w.inbox.checked(checked.size, f.number(checked.size))}</b>
        <Button small look="quiet" icon={<IconX />} aria-label={w.inbox.uncheck} onPress={uncheckAll} />
      </div>
      {can('case.work') && (
        <div className="acts">
          <Button small onPress={() => askAssign(subjects())}>
            {w.act.assign}
          </Button>
          <Button small onPress={() => snooze(subjects(), after)}>
            {w.act.snooze}
          </Button>
          <Button small onPress={() => askLabelMany([...readChecked()])}>
            {w.act.label}
          </Button>
          <Button small onPress={() => askResolve(subjects(), after)}>
            {w.act.resolve}
          </Button>
        </div>
      )}
    </div>
  )
}
