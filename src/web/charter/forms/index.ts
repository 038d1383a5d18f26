import type { ComponentType } from 'react'
import type { Article } from '#core/charter/clause.ts'
import type { FormProps } from './form.ts'
import { GesturesForm, ModerationForm, OthersForm, RetentionForm } from './limits.tsx'
import { AutonomyForm, SensitiveForm, WaitingForm } from './people.tsx'
import { HoursForm, MissionForm, NetworksForm } from './place.tsx'
import { SubjectsForm, VoiceForm, WordsForm } from './speech.tsx'

/** How each article is edited; what always holds is nobody's to edit. */
export const forms: Readonly<Record<Article, ComponentType<FormProps> | null>> = {
  mission: MissionForm,
  hours: HoursForm,
  networks: NetworksForm,
  autonomy: AutonomyForm,
  sensitive: SensitiveForm,
  waiting: WaitingForm,
  subjects: SubjectsForm,
  words: WordsForm,
  voice: VoiceForm,
  gestures: GesturesForm,
  others: OthersForm,
  always: null,
  moderation: ModerationForm,
  retention: RetentionForm,
}
