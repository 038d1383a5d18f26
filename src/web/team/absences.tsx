import type { RotaView } from '#contract/team.ts'
import { api } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { AbsenceForm } from './absence-form.tsx'
import { nameIn } from './now.ts'
import { noonOf } from './spell.ts'
import { useDeed } from './use-deed.ts'
import { useTeamWords } from './words.ts'

/** Who will be away, and who stands in; everybody says their own. */
export function Absences({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const { f } = useSpeech()
  const { can, me } = useDesk()
  const deed = useDeed()
  return (
    <Panel title={t.absencesTitle}>
      {rota.absences.length === 0 && <p className="quiet">{t.noAbsence}</p>}
      <ul className="rota-lines">
        {rota.absences.map(({ id, memberId, standInId, fromDay, untilDay }) => {
          const name = nameIn(rota, memberId)
          const said = t.away(name, f.day(noonOf(fromDay), rota.now), f.day(noonOf(untilDay), rota.now))
          return (
            <li key={id}>
              <span>
                {said}
                <span className={standInId === null ? 'rota-stand-in rota-warn' : 'rota-stand-in quiet'}>
                  {standInId === null ? t.noStandIn : t.standsIn(nameIn(rota, standInId))}
                </span>
              </span>
              {(memberId === me.id || can('rota.write')) && (
                <Button
                  small
                  look="quiet"
                  aria-label={t.endOf(said)}
                  onPress={() => deed(() => api.endAbsence({ id }), t.ended(name))}
                >
                  {t.endNow}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <AbsenceForm rota={rota} />
    </Panel>
  )
}
