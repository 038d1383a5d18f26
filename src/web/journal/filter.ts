import type { JournalFilter } from '#contract/journal.ts'
import { findsIn } from '../ui/finds-in.ts'
import type { EventWords } from '../words/event-sentence.ts'

/** What is typed and chosen above the journal. */
export type Asked = {
  readonly memberId: string
  readonly what: string
  readonly caseNumber: string
  readonly from: string
  readonly to: string
}

export const everything: Asked = { memberId: '', what: '', caseNumber: '', from: '', to: '' }

/** Words are looked for in the sentences, as the reader sees them; no sentence at all means that nothing is found. */
const namesOf = (events: EventWords, what: string): string | undefined => {
  if (what.trim() === '') return undefined
  const names = Object.entries(events).flatMap(([name, say]) =>
    findsIn(`${say('x')} ${say(null)} ${name}`, what.trim()) ? [name] : [],
  )
  return names.length === 0 ? 'nothing.found' : names.join(',')
}

const dayStart = (day: string): number => new Date(`${day}T00:00`).getTime()
const dayEnd = (day: string): number => {
  const end = new Date(`${day}T00:00`)
  end.setDate(end.getDate() + 1)
  return end.getTime()
}

export const filterOf = (events: EventWords, asked: Asked): JournalFilter => {
  const names = namesOf(events, asked.what)
  const number = Number.parseInt(asked.caseNumber, 10)
  return {
    ...(asked.memberId === '' ? {} : { memberId: asked.memberId }),
    ...(names === undefined ? {} : { names }),
    ...(number > 0 ? { caseNumber: number } : {}),
    ...(asked.from === '' ? {} : { from: dayStart(asked.from) }),
    ...(asked.to === '' ? {} : { to: dayEnd(asked.to) }),
  }
}
