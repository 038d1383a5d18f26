import type { DrillView } from '#contract/drills.ts'
import { api, codeOf } from '../api.ts'
import { queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { drillQuery } from './drill-queries.ts'
import { useDrillWords } from './words.ts'

/** Pause, resume, end: for whoever looks on or began it. */
export function Controls({ drill }: { drill: DrillView }) {
  const w = useWords()
  const t = useDrillWords()
  const change = async (to: 'pause' | 'resume' | 'stop', said: string) => {
    try {
      await api.changeDrill({ to })
      sayDone(said)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: drillQuery().queryKey })
    }
  }
  const stop = async () => {
    const sure = await ask({ kind: 'confirm', title: t.stopTitle, text: t.stopText, yes: t.stop, danger: true })
    if (sure !== null) await change('stop', t.stopped)
  }
  return (
    <>
      {drill.state === 'running' ? (
        <Button onPress={() => change('pause', t.pausedNow)}>{t.pause}</Button>
      ) : (
        <Button look="main" onPress={() => change('resume', t.resumedNow)}>
          {t.resume}
        </Button>
      )}
      <Button onPress={stop}>{t.stop}</Button>
    </>
  )
}
