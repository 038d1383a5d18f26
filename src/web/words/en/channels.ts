import { enPlural } from '../plural.ts'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const channels = {
  connect: 'Connect an account',
  connectAnswer: 'Choose the network; it says itself what it needs.',
  connectTo: (network: string) => `Connect ${network}`,
  reconnectTo: (network: string) => `Reconnect ${network}`,
  practise: 'Practise',
  credentials: 'Credentials',
  sealed: 'Credentials are encrypted before they are kept, and never shown again.',
  connectYes: 'Connect',
  asking: (network: string) => `${network} is checking…`,
  connected: (network: string) => `${network} is connected`,
  reveal: 'To hand to the other side',
  revealAnswer: 'These values will not be shown again: copy them now.',
  revealNote: 'The system that sends you messages needs them to sign.',
  revealName: (name: string): string => ({ secret: 'Signing secret', url: 'Address to send to' })[name] ?? name,
  revealDone: 'Copied',
  noneAnswer: 'Nobody can write to you yet: no account is connected.',
  answer: (ok: number, ailing: string[]) =>
    ailing.length > 0
      ? `${list.format(ailing)} ${enPlural(ailing.length, 'needs', 'need')} someone.`
      : `${enPlural(ok, 'The connected account hears and speaks', `All ${ok} connected accounts hear and speak`)}.`,
  states: {
    connected: 'Hears and speaks',
    'needs-attention': 'To reconnect',
    disconnected: 'Disconnected, the history stays',
  },
  attention: (code: string): string => {
    switch (code) {
      case 'token-expired':
      case 'token-revoked':
      case 'unauthorized':
      case 'wrong-credentials':
        return 'The network no longer accepts the credentials. Reconnect: nothing is lost, listening resumes where it stopped.'
      default:
        return `The network refuses this account (${code}). Reconnect it: nothing is lost.`
    }
  },
  lastMessage: 'Last message',
  lastWebhook: 'Last call from the network',
  lastPoll: 'Last listened',
  failures: 'Failures in a row',
  quietUntil: 'The network asks to wait',
  token: 'Credentials valid until',
  gaps: 'Gaps repaired',
  outside: 'Published outside the desk',
  waitingReceipts: 'Receipts waiting',
  never: 'never',
  hook: 'Address to send messages to',
  check: 'Listen now',
  checking: 'Listening asked for',
  reconnect: 'Reconnect',
  disconnect: 'Disconnect',
  disconnectTitle: (name: string) => `Disconnect ${name}?`,
  disconnectText:
    'The desk forgets the credentials and no longer hears this account. Messages, cases and history stay.',
  disconnected: 'Account disconnected',
  colour: 'Colour',
  coloured: 'Colour kept',
  seeQuarantine: 'See what was not understood',
}

export const quarantine = {
  answer: (n: number) =>
    n === 0
      ? 'Everything that came was understood.'
      : `${n} ${enPlural(n, 'receipt was', 'receipts were')} not understood: kept as they came, to be read again.`,
  empty: 'What the desk cannot read waits here, whole, instead of being lost.',
  came: (ago: string, size: string, attempts: number) =>
    `${ago}, ${size}, ${attempts} ${enPlural(attempts, 'try', 'tries')}`,
  replay: 'Read again',
  replayed: 'Reading again',
  more: 'See the next ones',
}
