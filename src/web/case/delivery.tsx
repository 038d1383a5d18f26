import { IconLock } from '@tabler/icons-react'
import type { DeliveryView } from '#contract/case-view.ts'
import { useNow, useSecond } from '../clock.ts'
import { giveUp, markPublished, sendAgain, takeBackText, undoDelivery } from '../deliveries/deeds.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import './delivery.css'

/** A reply on its way, or that needs someone: where it stands, and what one can do about it. */
export function Delivery({ delivery, brand }: { delivery: DeliveryView; brand: string }) {
  const { w } = useSpeech()
  return (
    <article className={`bubble out delivery ${delivery.state} ${delivery.audience}`} aria-label={w.delivery.label}>
      <header className="bubble-head">
        <b>{delivery.by === null ? brand : w.thread.brandBy(brand, delivery.by.name)}</b>
        <span className="bubble-when">
          {delivery.audience === 'private' && <IconLock aria-hidden="true" size={12} />}
          {w.thread.audience[delivery.audience]}
        </span>
      </header>
      <p className="bubble-text" dir="auto">
        {delivery.text}
      </p>
      <DeliveryFoot delivery={delivery} />
    </article>
  )
}

/** Where a delivery stands, in words, with its buttons; also used by the screen of those that need someone. */
export function DeliveryFoot({ delivery }: { delivery: DeliveryView }) {
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const mayAct = can('reply.send')
  switch (delivery.state) {
    case 'held':
      return <Held delivery={delivery} />
    case 'queued':
      return (
        <p className="delivery-foot">
          {delivery.attempt > 0 && delivery.nextTryAt !== null
            ? w.delivery.retryAt(f.clock(delivery.nextTryAt), reasonOf(w, delivery))
            : w.delivery.queued}
        </p>
      )
    case 'sending':
      return <p className="delivery-foot">{w.delivery.sending}</p>
    case 'unknown':
      return <p className="delivery-foot soon">{w.delivery.unknown}</p>
    case 'to-check':
      return (
        <div className="delivery-foot late">
          <p>{w.delivery.toCheck}</p>
          {mayAct && (
            <p className="acts">
              <Button small onPress={() => void markPublished(delivery)}>
                {w.delivery.isPublished}
              </Button>
              <Button small onPress={() => void sendAgain(delivery)}>
                {w.delivery.notThere}
              </Button>
            </p>
          )}
        </div>
      )
    case 'stale':
      return (
        <div className="delivery-foot soon">
          <p>
            {delivery.reason === 'held-back' ? w.delivery.heldBack : w.delivery.stale(f.ago(delivery.queuedAt, now))}
          </p>
          {mayAct && (
            <p className="acts">
              <Button small onPress={() => void sendAgain(delivery)}>
                {w.delivery.sendNow}
              </Button>
              <Button small onPress={() => void takeBackText(delivery)}>
                {w.delivery.takeBack}
              </Button>
              <Button small onPress={() => void giveUp(delivery)}>
                {w.delivery.giveUp}
              </Button>
            </p>
          )}
        </div>
      )
    case 'refused':
      return (
        <div className="delivery-foot late">
          <p>{reasonOf(w, delivery)}</p>
          {delivery.detail !== null && delivery.detail !== '' && <p className="quiet small">{delivery.detail}</p>}
          {mayAct && (
            <p className="acts">
              <Button small onPress={() => void takeBackText(delivery)}>
                {w.delivery.takeBack}
              </Button>
              <Button small onPress={() => void giveUp(delivery)}>
                {w.delivery.giveUp}
              </Button>
            </p>
          )}
        </div>
      )
    case 'sent':
    case 'cancelled':
      return null
  }
}

const reasonOf = (w: ReturnType<typeof useSpeech>['w'], delivery: DeliveryView): string =>
  w.delivery.reason(delivery.reason ?? 'unknown')

function Held({ delivery }: { delivery: DeliveryView }) {
  const { w } = useSpeech()
  const now = useSecond()
  const seconds = Math.max(0, Math.ceil((delivery.readyAt - now) / 1_000))
  return (
    <p className="delivery-foot held">
      <span>{seconds > 0 ? w.delivery.leavesIn(seconds) : w.delivery.sending}</span>
      {seconds > 0 && (
        <Button small command="undo" onPress={() => void undoDelivery(delivery)}>
          {w.app.undo}
        </Button>
      )}
    </p>
  )
}
