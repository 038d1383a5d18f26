import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RadarStory } from '#contract/radar.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useReadingWords } from '../case/reading-words.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { figureOf, percentOf } from './figures.ts'
import { Verbatims } from './verbatims.tsx'
import { useRadarWords } from './words.ts'

/** One event: how much, who, where, how they feel; its words when somebody opens it. */
export function Story({ story }: { story: RadarStory }) {
  const t = useRadarWords()
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const topics = useReadingWords().topics
  const [open, setOpen] = useState(false)
  const inside = useId()
  const label = t.words(story.label.join(', '))
  const mute = async () => {
    const because = await ask({
      ...{ kind: 'words', title: t.notUsTitle(label), label: t.notUsLabel, hint: t.notUsHint, yes: t.notUsYes },
    })
    if (because === null) return
    try {
      await api.muteStory({ id: story.id, because: because.slice(0, 300) })
      sayDone(t.muted)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'radar'] })
    }
  }
  return (
    <li className="radar-story">
      <Button
        look="quiet"
        aria-expanded={open}
        {...(open && { 'aria-controls': inside })}
        icon={open ? <IconChevronDown aria-hidden="true" /> : <IconChevronRight aria-hidden="true" />}
        onPress={() => setOpen(!open)}
      >
        <b>{story.label.join(', ')}</b>
        <span className="radar-times">{story.times === null ? t.isNew : t.times(figureOf(f, story.times))}</span>
      </Button>
      <p className="radar-figures">
        {t.said(story.count, f.number(story.count), f.number(story.authors))} · {t.share(percentOf(f, story.share))} ·{' '}
        <span className={story.negativeShare >= 0.5 ? 'radar-negative' : undefined}>
          {t.negative(percentOf(f, story.negativeShare))}
        </span>{' '}
        · {story.networks.map(({ network, count }) => `${network} ${f.number(count)}`).join(', ')}
        {story.reach > 0 && <> · {t.reach(f.number(story.reach))}</>}
        {story.topic !== null && story.topic !== 'other' && <> · {topics[story.topic]}</>} ·{' '}
        {t.since(f.moment(story.beganAt, now))}
      </p>
      {open && (
        <div id={inside} className="radar-inside">
          <Said id={story.id} />
          {can('case.work') && (
            <Button small aria-label={t.notUsOf(label)} onPress={() => void mute()}>
              {t.notUs}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function Said({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: [workspaceId(), 'radar', id], queryFn: () => api.readStory({ id }) })
  return data === undefined ? <Skeleton rows={3} /> : <Verbatims verbatims={data.verbatims} />
}
