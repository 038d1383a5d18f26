import { answerInes, setAside, undo } from './first-day/answer.ts'
import { answerOnThePhone, switchToEnglish } from './first-day/look.ts'
import { join, openTheDesk } from './first-day/open-the-desk.ts'
import { callAColleague, shareACase } from './first-day/together.ts'
import { journey } from './journey.ts'

journey(
  'a first day on the practice network, from the set-up link to a colleague on the telephone',
  {},
  async (scene) => {
    const { sarah, invitation } = await openTheDesk(scene)
    const seeTheReaction = await answerInes(scene, sarah)
    await undo(scene, sarah)
    await setAside(scene, sarah)
    const aicha = await join(scene, invitation)
    await callAColleague(scene, sarah, aicha)
    await shareACase(scene, sarah, aicha)
    await seeTheReaction()
    await switchToEnglish(scene, sarah)
    await answerOnThePhone(scene)
  },
)
