/**
 * Every command that has a key. Letters are compared by what they print, so they follow an AZERTY keyboard; figures are never used,
 * since AZERTY types them with Shift. `$mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export const defaultKeys = {
  palette: '$mod+k',
  keymap: '[Shift]+?',
  back: 'Escape',
  undo: 'z',
  stopSpeech: '$mod+Shift+x',
  takeAlert: 'w',
  declareIncident: 'o',
  takePilot: 'm',
  handOver: 'h',
  giveRole: 'a',
  addMaySay: 'f',
  logDecision: 'd',
  publishUpdate: 'u',
  planUpdate: 'p',
  describeIncident: 'y',
  closeCell: 'e',
  search: '/',
  next: 'j',
  previous: 'k',
  check: 'x',
  reply: 'r',
  private: 'p',
  note: 'n',
  send: '$mod+Enter',
  sendAndNext: '$mod+Shift+Enter',
  askReader: 'v',
  contest: 'c',
  resolve: 'e',
  assign: 'a',
  take: 'm',
  snooze: 's',
  label: 'l',
  correctReading: 'i',
  fact: 'f',
  linkIncident: 'u',
  details: 'd',
  tryPhrase: 't',
  approve: 'a',
  editWords: 'e',
  giveBack: 'r',
  grantStep: 'a',
  declineStep: 'r',
  tellAffected: 'b',
  showNew: '.',
  goInbox: 'g i',
  goThanks: 'g k',
  goApprovals: 'g v',
  goDeliveries: 'g e',
  goStatements: 'g p',
  goNotifications: 'g n',
  goRadar: 'g a',
  goDigest: 'g w',
  goCrisis: 'g u',
  goChannels: 'g c',
  goQuarantine: 'g q',
  goTeam: 'g t',
  goMembers: 'g m',
  goCharter: 'g h',
  goModeration: 'g d',
  goAmbassadors: 'g b',
  goJournal: 'g j',
  goDrill: 'g x',
  goSettings: 'g r',
} as const

export type CommandId = keyof typeof defaultKeys
export const commandIds = Object.keys(defaultKeys) as CommandId[]

/** What belongs together on the keyboard map, and in the palette. */
export const commandGroups = {
  move: ['next', 'previous', 'check', 'showNew', 'search', 'back'],
  answer: ['reply', 'private', 'note', 'send', 'sendAndNext', 'askReader', 'contest'],
  work: [
    'resolve',
    'assign',
    'take',
    'snooze',
    'label',
    'correctReading',
    'fact',
    'linkIncident',
    'details',
    'tryPhrase',
    'approve',
    'editWords',
    'giveBack',
    'grantStep',
    'declineStep',
    'takePilot',
    'handOver',
    'giveRole',
    'addMaySay',
    'logDecision',
    'publishUpdate',
    'planUpdate',
    'describeIncident',
    'closeCell',
    'tellAffected',
  ],
  go: [
    'goInbox',
    'goThanks',
    'goApprovals',
    'goDeliveries',
    'goStatements',
    'goNotifications',
    'goRadar',
    'goDigest',
    'goCrisis',
    'goChannels',
    'goQuarantine',
    'goTeam',
    'goMembers',
    'goCharter',
    'goModeration',
    'goAmbassadors',
    'goJournal',
    'goDrill',
    'goSettings',
  ],
  desk: ['palette', 'keymap', 'undo', 'takeAlert', 'declareIncident', 'stopSpeech'],
} as const satisfies Record<string, readonly CommandId[]>

type CommandGroup = keyof typeof commandGroups
export const groupNames = Object.keys(commandGroups) as CommandGroup[]
export const groupOf = (id: CommandId): CommandGroup =>
  groupNames.find((group) => commandGroups[group].some((known) => known === id)) ?? 'desk'

/** Keys with ⌘ or Ctrl, and Escape, stay on when single letters are switched off (WCAG 2.1.4). */
export const isSingleKey = (binding: string): boolean => !binding.includes('$mod') && binding !== 'Escape'

/** A command always works while one types, or only outside of text. */
export const worksWhileTyping = (id: CommandId): boolean => !isSingleKey(defaultKeys[id])

export type Shortcuts = { readonly on: boolean; readonly keys: Readonly<Record<string, string>> }

/** The key in force: the member's own, else the first one; none when single letters are off. */
export const keyOf = (id: CommandId, shortcuts: Shortcuts): string | null => {
  const binding = shortcuts.keys[id] ?? defaultKeys[id]
  return !shortcuts.on && isSingleKey(binding) ? null : binding
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
const printed: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
}

/** A key as the keyboard prints it: « G I », « Ctrl ↵ ». */
export const printKey = (binding: string): string =>
  binding
    .split(' ')
    .map((press) =>
      press
        .replace('[Shift]+', '')
        .split('+')
        .map((part) => printed[part] ?? part.toUpperCase())
        .join(isMac ? '' : ' '),
    )
    .join(' ')
