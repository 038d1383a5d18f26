import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '#contract/case-view.ts'
import { languageOf } from '#core/guard/reading/language.ts'
import { offeredWays } from '#core/privacy/offered-ways.ts'
import { useNow } from '../clock.ts'
import { chooseMode, readDraft, writeDraft } from '../composer/draft-store.ts'
import { focusBox } from '../composer/focus.ts'
import { queries } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { useSlow } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'

/** The sentence that invites to a way of the brand's own, put into the public answer. */
const invite = (view: CaseView, sentence: string) => {
  const text = readDraft(view.id, 'public').trimEnd()
  writeDraft(view.id, 'public', text === '' ? sentence : `${text} ${sentence}`)
  chooseMode(view.id, 'public')
  requestAnimationFrame(focusBox)
}

/** Before anyone types: whether a private message reaches this person here, why not, and what to offer instead (P2). */
export function PrivateWayCard({ view }: { view: CaseView }) {
  const { w, f, language } = useSpeech()
  const now = useNow()
  const { data: way, isPending, isError } = useQuery(queries.privateWay(view.id))
  const slow = useSlow(isPending)
  if (way === undefined)
    return <p className="quiet">{isError ? w.privateWay.why('unknown') : slow ? w.privateWay.asking : '\u00a0'}</p>
  const spoken = languageOf({ text: view.guard.incoming, folded: view.guard.incoming.toLowerCase() }, language)
  const ways = offeredWays({ can: null, offers: way.offers })
  return (
    <>
      {way.can ? (
        <p className="way-can">{w.privateWay.can(way.how ?? 'direct-message')}</p>
      ) : (
        <p>{w.privateWay.why(way.why ?? 'unknown')}</p>
      )}
      {way.conditions.map((condition) => (
        <p key={condition} className="quiet">
          {w.privateWay.conditions[condition]}
        </p>
      ))}
      {way.until !== null && <p className="quiet">{w.privateWay.until(f.moment(way.until, now))}</p>}
      {!way.can && way.offers.length === 0 && <p className="quiet">{w.privateWay.nothingToOffer}</p>}
      {way.offers.length > 0 && (
        <ul className="offers" aria-label={w.privateWay.offers}>
          {way.offers.map((offer, i) => {
            const wording = ways[i]?.wording
            return (
              <li key={offer.value} className="offer">
                <span>{w.privateWay.offer(offer.kind, offer.value)}</span>
                {wording && view.audiences.includes('public') && (
                  <Button
                    look="link"
                    small
                    aria-label={w.privateWay.inviteTo(offer.value)}
                    onPress={() => invite(view, wording[spoken])}
                  >
                    {w.privateWay.invite}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
