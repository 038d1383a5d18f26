import { compileCharter } from '#core/charter/compile.ts'
import { starterCharter } from '#core/charter/starter.ts'

const day = [{ from: '09:00', to: '18:00' }]

/** What the invented brand has signed. */
export const agreed = starterCharter('fr', {
  name: 'Fleurs du Port',
  week: [day, day, day, day, day, [{ from: '10:00', to: '13:00' }], []],
  networks: [
    { connector: 'practice', expectedPerWeek: 20, firstReplyMinutes: 240, nextReplyMinutes: 240, calendar: 'business' },
    { connector: 'pigeon', expectedPerWeek: 120, firstReplyMinutes: 120, nextReplyMinutes: 90, calendar: 'business' },
  ],
  ownHosts: ['fleursduport.example'],
  otherBrands: ['Café du Quai'],
})

/** The part of it that the guard reads, as a case brings it. */
export const mockGuardCharter = () => {
  const { guard } = compileCharter(agreed)
  return {
    ...guard,
    reservedWords: [...guard.reservedWords],
    reservedSubjects: guard.reservedSubjects.map((subject) => ({ ...subject, words: [...subject.words] })),
    competitors: [...guard.competitors],
    otherBrands: [...guard.otherBrands],
    ownHosts: [...guard.ownHosts],
    rulesOff: [...guard.rulesOff],
  }
}
