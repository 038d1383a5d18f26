import type { radarRoutes } from '#contract/radar.ts'
import { endMute } from '#server/actions/end-mute.ts'
import { muteStory } from '#server/actions/mute-story.ts'
import { readRadar, readStory } from '#server/queries/radar.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const radar: Implementations<typeof radarRoutes> = {
  readRadar: forActor(readRadar),
  readStory: forActor(readStory),
  muteStory: forActor(muteStory),
  endMute: forActor(endMute),
}
