import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Briefing } from './briefing.tsx'
import { Console } from './console.tsx'
import { Controls } from './controls.tsx'
import { Debrief } from './debrief.tsx'
import { drillQuery } from './drill-queries.ts'
import { useDrillWords } from './words.ts'

/** Inside a drill: how far it is, what reaches the desk besides its network, and what is established; then the debrief. */
export function Room() {
  const { w, f } = useSpeech()
  const t = useDrillWords()
  const { data: drill } = useQuery(drillQuery())
  const over = drill?.state === 'over'
  useEffect(() => {
    // The band and the list of brands say that it is over.
    if (over) void queryClient.invalidateQueries({ queryKey: queries.session().queryKey })
  }, [over])
  if (drill === undefined)
    return (
      <Page title={w.places.drill} answer={'\u00a0'}>
        <Skeleton rows={6} />
      </Page>
    )
  if (over) return <Debrief drill={drill} />
  const at = t.at(f.spell(drill.minute), f.spell(drill.lasts))
  return (
    <Page
      title={w.places.drill}
      answer={drill.state === 'running' ? t.running(at) : t.paused(at)}
      acts={drill.runs && <Controls drill={drill} />}
    >
      <p className="drill-links">
        {drill.part === 'trainee' && (
          <Link to="/w/$workspace/inbox" params={{ workspace: workspaceId() }} search={{}}>
            {t.toInbox}
          </Link>
        )}
        <Link to="/w/$workspace/drill" params={{ workspace: drill.brandId }}>
          {t.backToBrand}
        </Link>
      </p>
      <p className="quiet">{t.promise(drill.compression, f.spell(drill.promise.story), f.spell(drill.promise.desk))}</p>
      {drill.part === 'observer' && <Console />}
      <Briefing drill={drill} />
    </Page>
  )
}
