import type { Charter, CharterNetwork } from '../charter.ts'
import { longestClosedMinutes } from '../closed-stretch.ts'
import type { Contradiction } from '../contradiction.ts'

const findInOne = (network: CharterNetwork, closedMinutes: number, closed: boolean): Contradiction[] => {
  const { connector, firstReplyMinutes, nextReplyMinutes, calendar } = network
  const found: Contradiction[] = []
  const minutes = Math.min(firstReplyMinutes, nextReplyMinutes)
  if (calendar === 'always' && minutes < closedMinutes)
    found.push({ code: 'promise-while-closed', article: 'networks', params: { connector, minutes, closedMinutes } })
  if (calendar === 'business' && closed)
    found.push({ code: 'business-without-hours', article: 'hours', params: { connector } })
  return found
}

/** A promise is one per network, and somebody must be there to keep it (A2, T1). */
export const findPromiseContradictions = ({ networks, week }: Charter): Contradiction[] => {
  const closedMinutes = longestClosedMinutes(week)
  const closed = week.every((slots) => slots.length === 0)
  const seen = new Map<string, number>()
  for (const { connector } of networks) seen.set(connector, (seen.get(connector) ?? 0) + 1)
  return [
    ...networks.flatMap((network) => findInOne(network, closedMinutes, closed)),
    ...[...seen]
      .filter(([, times]) => times > 1)
      .map(([connector]) => ({ code: 'two-promises', article: 'networks', params: { connector } }) as const),
  ]
}
