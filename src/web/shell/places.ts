import {
  IconAlertTriangle,
  IconBell,
  IconBroadcast,
  IconBulb,
  IconCalendarTime,
  IconEyeCheck,
  IconFileCertificate,
  IconGavel,
  IconHeartHandshake,
  IconInbox,
  IconListCheck,
  IconMask,
  IconRadar2,
  IconSend,
  IconSettings,
  IconSpeakerphone,
  IconUrgent,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CommandId } from '../keys/commands.ts'
import type { Words } from '../words/fr.ts'

/** The screens that exist, in the order of the sidebar; nothing here leads nowhere. */
export const places = [
  { key: 'inbox', to: '/w/$workspace/inbox', icon: IconInbox, command: 'goInbox', group: 1 },
  { key: 'approvals', to: '/w/$workspace/approvals', icon: IconEyeCheck, command: 'goApprovals', group: 1 },
  { key: 'deliveries', to: '/w/$workspace/deliveries', icon: IconSend, command: 'goDeliveries', group: 1 },
  { key: 'statements', to: '/w/$workspace/statements', icon: IconSpeakerphone, command: 'goStatements', group: 1 },
  { key: 'notifications', to: '/w/$workspace/notifications', icon: IconBell, command: 'goNotifications', group: 1 },
  { key: 'crisis', to: '/w/$workspace/crisis', icon: IconUrgent, command: 'goCrisis', group: 1 },
  { key: 'radar', to: '/w/$workspace/radar', icon: IconRadar2, command: 'goRadar', group: 1 },
  { key: 'digest', to: '/w/$workspace/digest', icon: IconBulb, command: 'goDigest', group: 1 },
  { key: 'channels', to: '/w/$workspace/channels', icon: IconBroadcast, command: 'goChannels', group: 2 },
  { key: 'quarantine', to: '/w/$workspace/quarantine', icon: IconAlertTriangle, command: 'goQuarantine', group: 2 },
  { key: 'ambassadors', to: '/w/$workspace/ambassadors', icon: IconHeartHandshake, command: 'goAmbassadors', group: 3 },
  { key: 'team', to: '/w/$workspace/team', icon: IconCalendarTime, command: 'goTeam', group: 3 },
  { key: 'members', to: '/w/$workspace/members', icon: IconUsers, command: 'goMembers', group: 3 },
  { key: 'charter', to: '/w/$workspace/charter', icon: IconFileCertificate, command: 'goCharter', group: 3 },
  { key: 'moderation', to: '/w/$workspace/moderation', icon: IconGavel, command: 'goModeration', group: 3 },
  { key: 'journal', to: '/w/$workspace/journal', icon: IconListCheck, command: 'goJournal', group: 3 },
  { key: 'drill', to: '/w/$workspace/drill', icon: IconMask, command: 'goDrill', group: 3 },
  { key: 'settings', to: '/w/$workspace/settings', icon: IconSettings, command: 'goSettings', group: 3 },
] as const satisfies readonly {
  key: keyof Words['places']
  to: string
  icon: TablerIcon
  command: CommandId
  group: number
}[]

export type Place = (typeof places)[number]

/** What a place asks of whoever goes there. */
export const mayGo = (place: Place, can: (permission: string) => boolean): boolean =>
  place.key === 'approvals'
    ? can('approval.give')
    : place.key === 'journal'
      ? can('journal.read')
      : place.key === 'moderation'
        ? can('removal.ask')
        : place.group !== 2 || can('channels.read')
