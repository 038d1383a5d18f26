import assert from 'node:assert/strict'
import { openBrand } from '../desk.ts'
import { say } from '../people.ts'
import type { Tell } from './town.ts'

export const storm = (tell: Tell): void => {
  tell('loses none of a storm that goes on while it is read, though some clocks are slow', async (town) => {
    const { network, camille, lucas, noe } = town
    let now = Date.now()
    const desk = await openBrand(network, 'tempete.test', { now: () => now })
    await desk.hear()
    const people = [camille, lucas, noe]
    const minutes = [0, 0, 3, 0, 0, 45]
    const said: string[] = []
    const sayMore = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1) {
        const who = people[n % people.length] ?? camille
        const late = (minutes[n % minutes.length] ?? 0) * 60_000
        const createdAt = new Date(Date.now() - late - (said.length % 7)).toISOString()
        said.push((await say(who, `@tempete.test n° ${said.length}`, { createdAt })).uri)
      }
      await network.settle()
    }
    const heard: string[] = []
    const listen = async (): Promise<boolean> => {
      const { activities, more } = await desk.listen()
      for (const one of activities) if (one.kind === 'message') heard.push(one.messageId)
      return more
    }
    await sayMore(330)
    await listen()
    await sayMore(120)
    await listen()
    await sayMore(30)
    while (await listen());
    const early = heard.length
    now += 2 * 60_000
    while (await listen());
    assert.ok(early >= said.length * 0.8, `only ${early} of ${said.length} were heard at once`)
    assert.deepEqual(heard.sort(), said.sort())
  })

  tell('hears after a week of absence what was said meanwhile, and says so when it was away too long', async (town) => {
    const { network, lucas } = town
    let now = Date.now() - 40 * 24 * 3_600_000
    const desk = await openBrand(network, 'absente.test', { now: () => now })
    const at = (days: number): string => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
    await desk.hear()
    now = Date.now() - 8 * 24 * 3_600_000
    const polled = await desk.poll()
    assert.ok(polled.kind === 'polled' && polled.gap !== undefined, 'more than a month')
    const said = []
    for (const days of [7, 5, 3, 0]) said.push((await say(lucas, '@absente.test ?', { createdAt: at(days) })).uri)
    now = Date.now()
    const heard = (await desk.hear()).flatMap((one) => (one.kind === 'message' ? [one.messageId] : []))
    assert.deepEqual(heard, said)
  })
}
