import type { charterRoutes } from '#contract/charter.ts'
import type { CharterShape } from '#contract/charter-shape.ts'
import type { Charter } from '#core/charter/charter.ts'
import { approveCharter } from '#server/actions/approve-charter.ts'
import { editCharter } from '#server/actions/edit-charter.ts'
import { startCharter } from '#server/actions/start-charter.ts'
import { readCharter, readCharterVersion } from '#server/queries/charter.ts'
import { forActor, type Implementations } from '../implementation.ts'

/** As the rules of the trade read it: a replacement that nobody wrote is no replacement. */
const charterOf = (shape: CharterShape): Charter => ({
  ...shape,
  reservedWords: shape.reservedWords.map(({ instead, ...word }) =>
    instead === undefined || instead === '' ? word : { ...word, instead },
  ),
})

export const charter: Implementations<typeof charterRoutes> = {
  readCharter: forActor(readCharter),
  readCharterVersion: forActor(readCharterVersion),
  startCharter: forActor(startCharter),
  editCharter: forActor((desk, actor, input) =>
    editCharter(desk, actor, { ...input, charter: charterOf(input.charter) }),
  ),
  approveCharter: forActor(approveCharter),
}
