import type { Database } from '#server/db/database.ts'
import { fr as t } from '../../src/web/drill/words-fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { findRow, goTo, openCase, press, reads, send, thread, write } from './gestures.ts'
import { journey, type Scene } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import type { Person } from './person.ts'

const BLAME =
  'Madame, Facebook n’est pas l’endroit pour se plaindre. Vous auriez pu nous appeler au lieu de vous répandre ici.'

const COMPRESSION = 20

/** An hour and more of a story that nobody here can wait for: the drill is made to have begun so much earlier. */
const letGoBy = async (database: Database, workspaceId: string, storyMinutes: number): Promise<void> => {
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    // First of all, so that the step under way ends and none begins meanwhile.
    await client.query('lock table drills in access exclusive mode')
    await client.query("select set_config('app.maintenance', 'on', true)")
    await client.query('alter table drills disable trigger drills_kept')
    await client.query(
      'update drills set started_at = started_at - make_interval(secs => $1) where workspace_id = $2',
      [(storyMinutes * 60) / COMPRESSION, workspaceId],
    )
    await client.query('alter table drills enable trigger drills_kept')
    await client.query('commit')
  } finally {
    client.release()
  }
}

const workspaceIn = ({ page }: Person): string => /\/w\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

const startByKeyboard = async ({ part }: Scene, sarah: Person): Promise<void> => {
  const { page } = sarah
  part('from the palette to a drill, by the keyboard alone')
  await press(page, 'Control+k', page.locator('.sheet-search'))
  await page.keyboard.type('exercices')
  await reads(page.locator('.pick').first(), fr.commands.names.goDrill)
  await page.keyboard.press('Enter')
  await reads(page.locator('.page-answer'), t.hallNone)
  await reads(page.locator('.drill-about'), 'divisés par 20')
  await page.getByLabel(t.seed).focus()
  await page.keyboard.type('un samedi')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/drill$/)
  await reads(page.locator('.drill-band'), fr.exercise.band)
  await reads(page.locator('.page-answer'), 'L’exercice est en cours')
}

const end = async ({ page }: Person): Promise<void> => {
  await goTo(page, 'x', /\/drill/)
  await page.getByRole('button', { name: t.stop, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: t.stop }).click()
  await page.locator('.drill-scores article').first().waitFor()
}

const playBadly = async (scene: Scene, sarah: Person): Promise<void> => {
  const { desk, part } = scene
  const { page } = sarah
  part('the first customer is blamed, and nobody else is answered')
  await goTo(page, 'i', /inbox/)
  await openCase(sarah, 'Camille Roux')
  await write(sarah, BLAME)
  await send(page)
  await reads(thread(page), 'Facebook n’est pas l’endroit')
  await page.locator('.delivery').waitFor({ state: 'detached' })
  await letGoBy(desk.database, workspaceIn(sarah), 100)
  await findRow(page, 'Théo Jourdan')
  await letGoBy(desk.database, workspaceIn(sarah), 100)
  await reads(page.locator('.drill-band'), fr.exercise.sealed)

  part('the debrief says that the buzz grew, and why')
  await end(sarah)
  await reads(page.locator('.page-answer'), t.outcomes.grew)
  const blame = page.locator('.drill-scores article').filter({ hasText: 'G7' })
  await reads(blame, 'n’est pas l’endroit')
  await reads(blame, t.instead)
  await reads(page.locator('.drill-band'), fr.exercise.over)
}

journey(
  'a newcomer plays the undelivered bouquet badly: the buzz grows, nothing leaves, and the debrief says why',
  {},
  async (scene) => {
    const sarah = await enterAsSarah(scene)
    await startByKeyboard(scene, sarah)
    await playBadly(scene, sarah)
  },
)
