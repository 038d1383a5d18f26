import { access } from './fr/access.ts'
import { act } from './fr/act.ts'
import { alerts } from './fr/alerts.ts'
import { channels, quarantine } from './fr/channels.ts'
import { composer, privateWay } from './fr/composer.ts'
import { delivery } from './fr/delivery.ts'
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
} from './fr/desk.ts'
import { file } from './fr/file.ts'
import { guard } from './fr/guard.ts'
import { inbox } from './fr/inbox.ts'
import { me, members } from './fr/people.ts'
import { refused } from './fr/refused.ts'
import { entry, welcome } from './fr/session.ts'
import { settings } from './fr/settings.ts'
import { notifications, thread } from './fr/thread.ts'
import { typesetAll, typesetFrench } from './typeset.ts'

/** The words of the desk. French is the source: English must say everything that is said here, with the same arguments. */
export const fr = typesetAll(
  {
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
    ...{
      places,
      placesShort,
      privateWay,
      quarantine,
      reasonHints,
      reasonOf,
      reasons,
      refused,
      roles,
      settings,
      states,
    },
    ...{ thread, welcome },
  },
  typesetFrench,
)

/** What another language must say: the same sentences, asking the same of the one who speaks. */
type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Widen<Said>
    : { readonly [K in keyof T]: Widen<T[K]> }
export type Words = Widen<typeof fr>
