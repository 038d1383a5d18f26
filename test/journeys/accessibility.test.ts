import assert from 'node:assert/strict'
import { fr } from '../../src/web/words/fr.ts'
import { tabStops } from './accessibility/tab-stops.ts'
import { walk } from './accessibility/walk.ts'
import { box, caseIn, findRow, plain, press, send } from './gestures.ts'
import { journey } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import { emailOf, type Look, PASSWORD } from './person.ts'

const practice = { connector: 'practice', credentials: { brand: 'Fleurs du Port', trade: 'florist', pace: 'calm' } }

/** Both languages, both themes, a desk and a telephone; every screen in every pair of language and theme is seen on a made-up desk. */
const looks: Record<string, Look & { language: 'fr' | 'en' }> = {
  'in French, by day': { language: 'fr', colours: 'light' },
  'in English, by night, on a telephone': { language: 'en', colours: 'dark', width: 390, height: 844 },
}

for (const [how, look] of Object.entries(looks))
  journey(`the whole desk at work can be used by everyone ${how}`, {}, async (scene) => {
    const sarah = await enterAsSarah(scene, look)
    await sarah.call.connectChannel(practice)
    await sarah.call.createLabel({ name: 'Livraison' })
    const { faults, seen } = await walk(sarah.page, look.language)
    assert.deepEqual(faults, [])
    assert.ok(seen.length > 30)
  })

journey('somebody without a mouse answers a customer, and sees at each step where they are', {}, async (scene) => {
  const { desk, part } = scene
  const sarah = await enterAsSarah(scene)
  const { page, call } = sarah
  await call.connectChannel(practice)
  await call.signOut()

  part('through the door')
  await page.goto(desk.url)
  await page.getByLabel(fr.entry.email).waitFor()
  const door = await tabStops(page)
  assert.deepEqual(
    door.filter((stop) => !stop.shown),
    [],
  )
  await eventually(async () => {
    await page.keyboard.press('Tab')
    assert.ok(await page.getByLabel(fr.entry.email).and(page.locator(':focus')).isVisible())
  })
  await page.keyboard.type(emailOf(sarah.name))
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/inbox/)

  part('through the queue')
  await findRow(page, 'Camille Roux')
  await page.keyboard.press('j')
  await press(page, 'j', page.locator('.case-who h2', { hasText: 'Camille Roux' }))
  await page.locator('.composer').waitFor()

  part('Tab goes everywhere, and shows where it is')
  const stops = await tabStops(page)
  assert.deepEqual(
    stops.filter((stop) => !stop.shown),
    [],
  )
  const names = stops.map((stop) => plain(stop.name))
  for (const wanted of [
    fr.app.skip,
    fr.places.settings,
    fr.inbox.search,
    fr.inbox.filter,
    fr.inbox.title,
    fr.act.resolve,
    fr.thread.label,
    fr.composer.boxLabel.public('Camille Roux'),
    fr.file.addFact,
    fr.file.timeline,
  ])
    assert.ok(
      names.some((name) => name.includes(plain(wanted))),
      `${wanted} is not in ${names.join(' | ')}`,
    )

  part('the reply, its undo, and the next case')
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await page.keyboard.type(
    'Bonjour Camille, je regarde ce qui s’est passé. Écrivez-moi en message privé, nous verrons cela ensemble.',
  )
  await page.locator('.finding.ok').waitFor()
  await call.updateWorkspace({ undoMs: 10_000 })
  await send(page)
  await page.keyboard.press('z')
  await eventually(async () => assert.match(await box(page).inputValue(), /^Bonjour Camille/))
  await press(page, 'r', page.locator('.composer textarea:focus'))
  const id = caseIn(page)
  await send(page)
  await page.locator('article.bubble.out:not(.delivery)').waitFor()
  await page.keyboard.press('e')
  await eventually(async () => assert.equal((await call.readCase({ id })).state, 'resolved'))
  await eventually(() => assert.notEqual(caseIn(page), id, 'the next one is open'))
})
