import { access } from './en/access.ts'
import { act } from './en/act.ts'
import { alerts } from './en/alerts.ts'
import { channels, quarantine } from './en/channels.ts'
import { composer, privateWay } from './en/composer.ts'
import { delivery } from './en/delivery.ts'
import {
  app,
  commands,
  exercise,
  places,
  placesShort,
  reasonHints,
  reasonOf,
  reasons,
  roles,
  states,
} from './en/desk.ts'
import { file } from './en/file.ts'
import { guard } from './en/guard.ts'
import { inbox } from './en/inbox.ts'
import { me, members } from './en/people.ts'
import { refused } from './en/refused.ts'
import { entry, welcome } from './en/session.ts'
import { settings } from './en/settings.ts'
import { notifications, thread } from './en/thread.ts'
import type { Words } from './fr.ts'

/** Rewritten, not translated; a sentence that is missing here does not compile. */
export const en: Words = {
  ...{
    access,
    act,
    alerts,
    app,
    channels,
    commands,
    composer,
    delivery,
    entry,
    exercise,
    file,
    guard,
    inbox,
    me,
    members,
    notifications,
  },
  ...{ places, placesShort, privateWay, quarantine, reasonHints, reasonOf, reasons, refused, roles, settings, states },
  ...{ thread, welcome },
}
