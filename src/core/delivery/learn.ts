import type { Instant } from '#core/time.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryNews } from './step.ts'

function doubt(delivery: Delivery, now: Instant): Delivery {
  const doubtSince = delivery.doubtSince ?? delivery.calledAt ?? now
  return { ...delivery, doubtSince, ambiguous: delivery.ambiguous + 1, absences: 0, unavailable: 0 }
}

/** Takes note of what happened, before anything is decided: what may have been posted, and how often we looked (G4). */
export function learn(delivery: Delivery, news: DeliveryNews, now: Instant): Delivery {
  switch (news.kind) {
    case 'due':
      // Somebody called and never said what came of it.
      return delivery.state === 'sending' ? doubt(delivery, now) : delivery
    case 'outcome':
      if (news.outcome.kind === 'ambiguous') return doubt(delivery, now)
      if (news.outcome.kind !== 'refused') return delivery
      return { ...delivery, refusal: { reason: news.outcome.reason, detail: news.outcome.detail }, absences: 0 }
    case 'looked-up':
      if (news.result.kind !== 'absent') return delivery
      return { ...delivery, absences: delivery.absences + 1, unavailable: 0 }
  }
}
