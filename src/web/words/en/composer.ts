export const composer = {
  label: 'Reply',
  modes: 'Who are you talking to?',
  mode: { public: 'Public', private: 'Private', internal: 'Internal note' },
  amongUs: 'Among ourselves: stays on the desk',
  speaker: (brand: string, network: string) => `${brand} on ${network}`,
  asWhom: (brand: string, handle: string, network: string) => `You are writing as ${brand}, ${handle}, on ${network}.`,
  boxLabel: {
    public: (name: string) => `Public reply to ${name}`,
    private: (name: string) => `Private message to ${name}`,
    internal: (name: string) => `Internal note on ${name}’s case`,
  },
  placeholder: {
    public: (name: string) => `Reply to ${name}, in front of everyone`,
    private: (name: string) => `Write to ${name} alone`,
    internal: (_name: string) => 'For your colleagues. @Name tells someone.',
  },
  send: { public: 'Reply', private: 'Send in private', internal: 'Note' },
  ask: 'Ask for approval',
  asked: 'Reply put up for approval: you will hear what becomes of it.',
  waits: 'A colleague must read this reply before it leaves: they have been asked.',
  sendAndNext: 'and next',
  resolveAfter: 'Then close',
  counter: (used: string, max: string, unit: string) => `${used} of ${max} ${unit}`,
  units: { graphemes: 'characters', bytes: 'bytes', characters: 'characters', weighted: 'counted characters' },
  tooMany: (n: string) => `${n} too many`,
  blocked: 'To mend before sending',
  isRead: 'A colleague reads this reply before it leaves.',
  held: 'Reply held for a moment',
  penHeld: (name: string) => `${name} is writing here. You can read, and take over.`,
  othersDraft: (name: string, ago: string) => `${name} has a draft here, ${ago}.`,
  takePen: 'Take over',
  takePenTitle: (name: string) => `Take over from ${name}?`,
  takePenText: (name: string) => `${name}’s draft is kept; the history will say that you took over.`,
  movedOn: (replies: number) =>
    replies > 0
      ? 'A reply is already leaving in this thread. Read again before you send yours.'
      : 'The thread moved on while you were writing: a message came, changed or was taken down. Read it again.',
  sendAnyway: 'Send anyway',
  keepDraft: 'Keep the draft',
  rival: 'This draft changed in another window:',
  keepMine: 'Keep mine',
  takeOther: 'Take the other',
  colleagues: 'Colleagues to tell',
}

export const privateWay = {
  title: (network: string) => `Private on ${network}`,
  asking: 'Asking the network…',
  can: (how: string) => (how === 'same-thread' ? 'The conversation is private.' : 'A private message will reach them.'),
  conditions: {
    'only-one-message': 'One message only: the next waits for their answer.',
    'may-land-in-requests': 'It may land in their message requests: tell them in public.',
  },
  until: (at: string) => `Possible until ${at}.`,
  why: (code: string): string => {
    switch (code) {
      case 'not-mutual':
        return 'You don’t follow each other: the private message would fail.'
      case 'recipient-closed':
        return 'This person accepts no private messages.'
      case 'must-write-first':
        return 'On this network, this person must write to you in private first.'
      case 'window-expired':
        return 'The network’s time for writing to them in private is over.'
      case 'already-used':
        return 'You have already written in private: the network waits for their answer.'
      case 'blocked':
        return 'This person blocks your account: no message will reach them.'
      case 'no-private-messages':
        return 'This network has no private messages.'
      default:
        return 'The network did not say whether a private message would arrive. Offer another way as well.'
    }
  },
  offers: 'What you can offer',
  offer: (kind: string, value: string) =>
    kind === 'phone' ? `Phone: ${value}` : kind === 'email' ? `E-mail: ${value}` : value,
  invite: 'Offer',
  inviteTo: (value: string) => `Offer ${value} in the reply`,
  nothingToOffer: 'The brand has no other way to offer yet: add one in the settings.',
}
