import assert from 'node:assert/strict'
import { fr as validation } from '../../src/web/approvals/words/fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { box, caseIn, openCase, reads, toast, write } from './gestures.ts'
import { journey, type Scene } from './journey.ts'
import { enterAsColleague, enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import { emailOf, PASSWORD, type Person, signIn } from './person.ts'

const WRITTEN = 'Bonjour Inès, nous sommes ouverts du mardi au samedi, de 9 h à 19 h. Tom'
const CORRECTED = 'Bonjour Inès, nous vous attendons du mardi au samedi, de 9 h à 19 h. Tom'

/** Two who could read it as well, and the validator away: Sarah stands in for them. No screen of theirs is needed. */
const putAway = async ({ seat }: Scene, sarah: Person): Promise<void> => {
  for (const [name, role] of [
    ['Julien Tessier', 'validator'],
    ['Maud Le Goff', 'manager'],
  ] as const) {
    const { url } = await sarah.call.inviteMember({ email: emailOf(name), role })
    const { call } = await seat(name)
    await call.acceptInvitation({ token: url.split('#')[1] ?? '', name, password: PASSWORD })
  }
  const { members } = await sarah.call.listMembers()
  const idOf = (name: string) => members.find((one) => one.name === name)?.id ?? ''
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  const away = { memberId: idOf('Julien Tessier'), standInId: idOf('Sarah Duval') }
  await sarah.call.recordAbsence({ ...away, fromDay: today, untilDay: today })
}

const ask = async (tom: Person): Promise<void> => {
  await openCase(tom, 'Inès Bouvier')
  await write(tom, WRITTEN)
  // The button waits for the guard to have read the words; a key pressed before would be lost.
  await tom.page.getByRole('button', { name: fr.composer.ask }).click()
  await reads(toast(tom.page), fr.composer.asked)
}

journey(
  'a trainee’s reply is sent back, asked for again, corrected in place by a stand-in on a telephone, and in time',
  {},
  async (scene) => {
    const { part, seat, desk } = scene
    const sarah = await enterAsSarah(scene)
    await sarah.call.connectChannel({ connector: 'practice', credentials: {}, brandAccount: true })
    const tom = await enterAsColleague(scene, sarah, 'Tom Rivière', {}, 'trainee')

    part('the validator is away, and somebody stands in')
    await putAway(scene, sarah)

    part('the trainee asks, and the thread says that it waits for the stand-in')
    await ask(tom)
    const { dueAt } = await tom.call.readCase({ id: caseIn(tom.page) })
    const waiting = tom.page.locator('.delivery.waiting')
    await reads(waiting, validation.reason.trainee('Tom Rivière'))
    await reads(waiting, validation.askedOf('Sarah Duval'))

    part('on her telephone, Sarah sees what waits for her')
    const phone = await seat('Sarah Duval', { width: 390, height: 844 })
    await signIn(phone, desk)
    await reads(phone.page.locator('.phone-bar'), `${fr.placesShort.approvals} 1`)
    await phone.page.locator('.phone-bar').getByText(fr.placesShort.approvals).click()
    await phone.page.locator('.request-row', { hasText: 'Inès Bouvier' }).click()
    await reads(phone.page.locator('.request-why'), validation.reason.trainee('Tom Rivière'))

    part('it goes back, with a reason')
    await phone.page.getByRole('button', { name: validation.giveBack }).click()
    const dialog = phone.page.getByRole('dialog')
    await dialog.getByLabel(validation.returnLabel).fill('Dites plutôt que nous l’attendons.')
    await dialog.getByRole('button', { name: validation.giveBack }).click()
    await reads(toast(phone.page), validation.returned('Tom Rivière'))
    await reads(tom.page.locator('.composer-notice'), 'Dites plutôt que nous l’attendons.')
    await eventually(async () => assert.equal(await box(tom.page).inputValue(), WRITTEN))

    part('it is asked for again, and corrected in place')
    await ask(tom)
    await phone.page.locator('.request-row', { hasText: 'Inès Bouvier' }).click()
    await phone.page.getByRole('button', { name: validation.edit }).click()
    await phone.page.getByLabel(validation.yourWords).fill(CORRECTED)
    await reads(phone.page.locator('.diff ins'), 'vous attendons')
    await phone.page.getByRole('button', { name: validation.approveEdited }).click()
    await reads(toast(phone.page), validation.approved)
    await reads(phone.page.locator('.approvals-head'), validation.nothing)

    part('the customer reads it, before the deadline')
    await reads(tom.page.locator('.thread article.out:not(.delivery)'), CORRECTED)
    await reads(tom.page.locator('.case-standing'), fr.thread.waiting)
    const { messages } = await tom.call.readCase({ id: caseIn(tom.page) })
    const answer = messages.find(({ text }) => text === CORRECTED)
    assert.ok(dueAt !== null && answer !== undefined && answer.sentAt < dueAt, 'before the deadline')
  },
)
