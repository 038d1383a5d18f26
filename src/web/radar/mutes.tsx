import type { RadarView } from '#contract/radar.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useRadarWords } from './words.ts'

/** What was said not to be ours, by whom and why; the record stays when it is heard again. */
export function Mutes({ mutes }: { mutes: RadarView['mutes'] }) {
  const t = useRadarWords()
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const end = async (id: string) => {
    try {
      await api.endMute({ id })
      sayDone(t.heardAgain)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'radar'] })
    }
  }
  return (
    <Panel title={t.mutes}>
      {mutes.length === 0 && <p className="quiet">{t.noMutes}</p>}
      <ul className="radar-mutes">
        {mutes.map((mute) => (
          <li key={mute.id}>
            <b>{mute.words.join(', ')}</b>
            <span className="quiet small">
              {t.mutedBy(mute.by.name, f.moment(mute.at, now))}
              {mute.because !== '' && <> · {mute.because}</>} · {t.keptOut(mute.keptOut, f.number(mute.keptOut))}
              {mute.ended !== null && <> · {t.endedBy(mute.ended.by.name, f.moment(mute.ended.at, now))}</>}
            </span>
            {mute.ended === null && can('case.work') && (
              <Button small aria-label={t.hearAgainOf(mute.words.join(', '))} onPress={() => void end(mute.id)}>
                {t.hearAgain}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
