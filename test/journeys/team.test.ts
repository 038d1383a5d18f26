import { fr as team } from '../../src/web/team/words-fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { openTheDesk } from './first-day/open-the-desk.ts'
import { reads, toast } from './gestures.ts'
import { journey } from './journey.ts'

const WEEKEND = ['samedi', 'dimanche']

journey(
  'hours are put on the rota, the first line says who answers and who is away, and new cases find their owner',
  {},
  async (scene) => {
    const { part } = scene
    const { sarah } = await openTheDesk(scene)
    const { page } = sarah
    const answer = page.locator('.page-answer')

    part('by keyboard to the team: nothing is planned, and everyone counts as present')
    await page.locator('.queue').focus()
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await reads(answer, 'Rien n’est encore planifié')

    part('Sarah answers day and night, all week')
    const hours = page.getByRole('form', { name: team.addShift })
    await hours.getByLabel(team.from, { exact: true }).fill('00:00')
    await hours.getByLabel(team.to, { exact: true }).fill('00:00')
    for (const day of WEEKEND) await hours.getByLabel(day).check()
    await hours.getByRole('button', { name: team.put }).click()
    await reads(toast(page), 'Heures posées pour Sarah Duval')
    await reads(answer, 'Sarah D. répond')

    part('she is away today and nobody stands in: the first line says so')
    const away = page.getByRole('form', { name: team.addAbsence })
    await away.getByRole('button', { name: team.record }).click()
    await reads(toast(page), 'Absence de Sarah Duval notée')
    await reads(answer, team.nobodyNow.answer)
    await reads(page.locator('.rota-lines'), team.noStandIn)

    part('she is back')
    await page.getByRole('button', { name: /^Terminer/ }).click()
    await reads(answer, 'Sarah D. répond')

    part('new cases find her by themselves, and the case says why')
    const routing = page.getByRole('form', { name: team.routingTitle })
    await routing.getByLabel(team.routingGives).check()
    await routing.getByRole('button', { name: team.keep }).click()
    await reads(toast(page), team.routingKept)
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await reads(page.locator('.bell'), fr.notifications.sentence('case-given'))
  },
)
