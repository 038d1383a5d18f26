import { fr } from '../../../src/web/words/fr.ts'
import type { Desk } from '../desk.ts'
import { findRow, goTo, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import type { Forum } from '../source.ts'

/** A new version of the forum adds a field that the desk does not know: it keeps what it cannot read. */
export const handOverAPuzzle = ({ part }: Scene, forum: Forum): Promise<string> => {
  part('something that the desk cannot read')
  return forum.says('Odile Marchand', 'Mon colis est resté à Angers.', { mood: 'worried' })
}

/** It is tried five times over a minute and a half; nobody waits for that here. */
const letTimePass = async ({ database }: Desk): Promise<void> => {
  await eventually(async () => {
    await database.owner.query(`update receipts set lease_until = null where state = 'waiting' and attempts > 0`)
    const { rows } = await database.owner.query(`select 1 from receipts where state = 'quarantined'`)
    if (rows.length === 0) throw new Error('the receipt is not set aside')
  })
}

/** Shown with what is wrong with it; once mended (here its bytes, elsewhere the connector) it is read again, and the customer is there. */
export const readItAgain = async ({ desk, part }: Scene, { page }: Person): Promise<void> => {
  part('the quarantine')
  await letTimePass(desk)
  await goTo(page, 'q', /quarantine/)
  const receipt = page.locator('.receipts .panel')
  await reads(receipt, /mood/)
  await reads(receipt, 'Odile Marchand')
  await reads(page.locator('.page-answer'), fr.quarantine.answer(1))
  await desk.database.owner.query(
    `update receipts set raw = convert_to(replace(convert_from(raw, 'UTF8'), ',"mood":"worried"', ''), 'UTF8')
     where state = 'quarantined'`,
  )
  await receipt.getByRole('button', { name: fr.quarantine.replay }).click()
  await reads(toast(page), fr.quarantine.replayed)
  await reads(page.locator('.page-answer'), fr.quarantine.answer(0))
  await goTo(page, 'i', /inbox/)
  await findRow(page, 'Odile Marchand')
}
