import assert from 'node:assert/strict'
import { fr as article } from '#core/charter/words/fr.ts'
import { fr as guard } from '#core/guard/words/fr.ts'
import { fr as charter } from '../../src/web/charter/words-fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { join, openTheDesk } from './first-day/open-the-desk.ts'
import { box, goTo, openCase, reads, toast, underlined, write } from './gestures.ts'
import { journey, type Scene } from './journey.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'

const UNSIGNED = 'Bonjour Inès, nous sommes ouverts du mardi au samedi de 9 h à 19 h.'

const openArticle = (person: Person, title: string) =>
  person.page.getByRole('button', { name: charter.edit(title) }).click()

const keep = async ({ page }: Person, number: number) => {
  await page.getByRole('button', { name: charter.keep }).click()
  await reads(toast(page), charter.kept(number))
}

const approve = async ({ page }: Person, side: 'brand' | 'agency') => {
  await page.getByRole('button', { name: `${charter.approve}, ${charter.sides[side]}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: charter.approve }).click()
}

const startAndTry = async ({ part }: Scene, sarah: Person): Promise<void> => {
  const { page } = sarah
  part('a charter is started')
  await goTo(page, 'h', /charter/)
  await page.getByRole('button', { name: charter.startFr }).click()
  await reads(page.locator('.charter-text'), 'Fleurs du Port')

  part('a clause contradicts another, and says so while one types')
  await openArticle(sarah, article.article.gestures)
  await page.getByLabel(charter.cap, { exact: true }).fill('0')
  await reads(page.locator('.page-answer'), charter.answer.contradicts(1))
  await page.getByRole('button', { name: charter.cancel }).click()

  part('a clause is changed')
  await openArticle(sarah, article.article.others)
  await page.getByLabel(charter.competitors).fill('Roses Express')
  await keep(sarah, 1)
  await reads(page.locator('.charter-text'), 'Roses Express')
  await openArticle(sarah, article.article.words)
  await page.getByRole('button', { name: charter.add }).click()
  await page.getByLabel(charter.reservedWord).last().fill('nous sommes ouverts')
  await page.getByLabel(charter.instead).last().fill('notre boutique vous attend')
  await page.getByLabel(charter.severity).last().selectOption('block')
  await keep(sarah, 1)

  part('a sentence is tried, with the key')
  await page.locator('h1').click()
  await page.keyboard.press('t')
  await page.locator('.charter-try textarea:focus').fill(UNSIGNED)
  await reads(page.locator('.charter-verdict'), 'A4')
  await reads(page.locator('.charter-verdict'), 'H1')
  await reads(page.locator('.charter-touched'), article.signature('required'))
  await reads(page.locator('.charter-touched'), 'notre boutique vous attend')
}

journey('a charter is started, tried and signed by two, and takes effect in an open composer', {}, async (scene) => {
  const { sarah, invitation } = await openTheDesk(scene)
  await startAndTry(scene, sarah)

  scene.part('one side signs')
  const aicha = await join(scene, invitation)
  await goTo(aicha.page, 'h', /charter/)
  await approve(aicha, 'agency')
  await reads(toast(aicha.page), charter.approvedFor('agency'))

  scene.part('a colleague is writing')
  await goTo(aicha.page, 'i', /inbox/)
  await openCase(aicha, 'Inès Bouvier')
  await write(aicha, UNSIGNED)
  await reads(aicha.page.locator('.side'), fr.guard.clear)

  scene.part('the other side signs, and the open composer knows')
  await approve(sarah, 'brand')
  await reads(toast(sarah.page), charter.nowInForce(1))
  const found = aicha.page.locator('.side .finding')
  await eventually(async () => assert.equal(await found.count(), 2))
  assert.ok((await underlined(aicha.page)).includes('nous sommes ouverts'))
  await aicha.page.getByRole('button', { name: guard.fix['say-what-the-charter-says'] }).click()
  await reads(found, guard.explain['no-signature']({}))
  await write(aicha, `${(await box(aicha.page).inputValue()).trim()} Bonne journée, Aïcha`)
  await reads(aicha.page.locator('.side'), fr.guard.clear)

  scene.part('on paper')
  const saved = sarah.page.waitForEvent('download')
  await sarah.page.getByRole('link', { name: charter.pdfOf(1) }).click()
  assert.equal((await saved).suggestedFilename(), 'charter-1-fr.pdf')
})
