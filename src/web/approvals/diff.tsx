import { useMemo } from 'react'
import { diffWords } from '#core/approval/word-diff.ts'
import { useApprovalWords } from './words.ts'

/** What was changed in the writer's words, told apart by line and weight as well as by colour. */
export function Diff({ before, after }: { before: string; after: string }) {
  const a = useApprovalWords()
  const stretches = useMemo(() => {
    let at = 0
    return diffWords(before, after).map((stretch) => {
      at += stretch.text.length
      return { ...stretch, key: `${stretch.kind} ${at}` }
    })
  }, [before, after])
  return (
    <p className="diff bubble-text" dir="auto">
      {stretches.map(({ key, kind, text }) =>
        kind === 'same' ? (
          <span key={key}>{text}</span>
        ) : kind === 'removed' ? (
          <del key={key}>
            <span className="unseen">{a.removed} </span>
            {text}
          </del>
        ) : (
          <ins key={key}>
            <span className="unseen">{a.added} </span>
            {text}
          </ins>
        ),
      )}
    </p>
  )
}
