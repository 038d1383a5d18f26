import { SHORTEST_UNDO_MS } from '#core/delivery/undo.ts'
import { fr as approvals } from '../../src/web/approvals/words/fr.ts'
import { closeIt, handOverTheNote, readTheReport } from './crisis/afterwards.ts'
import { hearTheAlert, takeItAndDeclare } from './crisis/alert.ts'
import { answerTheOneWhoIsLate, giveRoles, nameIt, writeWhatWeMaySay } from './crisis/cell.ts'
import { approveThem, hearAnAnswer, listTheAffected, seeAllTold } from './crisis/outreach.ts'
import { letItGo, PEONIES, planForTomorrow, seeItSuspended } from './crisis/planned.ts'
import { approveIt, prepareStatements, readItBack, writeTheFirstUpdate } from './crisis/public-update.ts'
import { connectTown, letGoBy, letTownSleep } from './crisis/town.ts'
import { journey } from './journey.ts'
import { enterAsColleague, enterAsSarah } from './morning.ts'

journey(
  'a crisis from the alert to the report, by somebody without a mouse: what was planned, the cell, what may be said, the public, those touched, the close',
  {},
  async (scene) => {
    const sarah = await enterAsSarah(scene)
    const julien = await enterAsColleague(scene, sarah, 'Julien Tessier', {}, 'validator')
    await sarah.call.updateWorkspace({ undoMs: SHORTEST_UNDO_MS })
    await connectTown(scene, sarah)
    await planForTomorrow(scene, sarah)
    await approveIt(scene, julien, PEONIES, approvals.approvedForLater)
    await hearTheAlert(scene, sarah)
    await takeItAndDeclare(scene, sarah)
    await nameIt(scene, sarah)
    await seeItSuspended(scene, sarah)
    await giveRoles(scene, sarah)
    await writeWhatWeMaySay(scene, sarah)
    await answerTheOneWhoIsLate(scene, sarah)
    await letGoBy(scene, 31)
    await prepareStatements(scene, sarah)
    await writeTheFirstUpdate(scene, sarah)
    await approveIt(scene, julien)
    await listTheAffected(scene, sarah)
    await approveThem(scene, julien)
    await hearAnAnswer(scene, sarah)
    await readItBack(scene, sarah)
    await handOverTheNote(scene, sarah)
    await letTownSleep(scene)
    await letGoBy(scene, 60)
    await seeAllTold(scene, sarah)
    await closeIt(scene, sarah)
    await readTheReport(scene, sarah)
    await letItGo(scene, sarah)
  },
)
