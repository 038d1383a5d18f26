import type { EventName } from '#core/event.ts'

type Sentence = (by: string | null) => string
const by =
  (verb: string, alone: string): Sentence =>
  (name) =>
    name === null ? alone : `${name} ${verb}`
const always =
  (sentence: string): Sentence =>
  () =>
    sentence

/** Every event of the log as a sentence; a name without one does not compile. */
export const events: { readonly [K in EventName]: Sentence } = {
  'case.opened': always('Case opened by a message'),
  'case.customer-wrote': always('The customer wrote'),
  'case.customer-edited': always('The customer changed their words'),
  'case.reopened': by('reopened the case', 'Case reopened by a new message'),
  'case.answered': always('The network has the answer: the promise is kept or counted'),
  'case.answered-outside': always('Answered outside the desk'),
  'case.resolved': by('closed the case', 'Case closed'),
  'case.assigned': by('assigned the case', 'Case assigned'),
  'case.unassigned': by('put the case back in the queue', 'Case back in the queue'),
  'case.snoozed': by('snoozed the case', 'Case snoozed'),
  'case.woken': by('brought the case back', 'The case is back'),
  'case.breached': always('Deadline missed'),
  'message.received': always('Message received'),
  'message.edited': always('Message edited by its author'),
  'message.deleted': always('Message deleted by its author'),
  'message.published-outside': always('Published by our account outside the desk'),
  'message.undelivered': always('Our message did not arrive'),
  'delivery.held': by('wrote a reply, held for a moment', 'Reply held for a moment'),
  'delivery.undone': by('took the reply back before it left', 'Reply taken back before it left'),
  'delivery.queued': always('Reply queued'),
  'delivery.sending': always('Reply leaving'),
  'delivery.sent': always('Reply published'),
  'delivery.refused': always('Reply refused by the network'),
  'delivery.doubtful': always('The network’s answer is in doubt: checking'),
  'delivery.to-check': always('Someone must check the reply'),
  'delivery.stale': always('Reply too old to leave on its own'),
  'delivery.retried': always('Another try'),
  'delivery.settled': by('settled the reply', 'Reply settled'),
  'note.added': by('left a note', 'Note added'),
  'fact.recorded': by('put a fact on file', 'Fact on file'),
  'case.labelled': by('added a label', 'Label added'),
  'case.unlabelled': by('removed a label', 'Label removed'),
  'pen.taken': by('took over writing', 'Writing changed hands'),
  'presence.changed': always('Presence'),
  'channel.connected': by('connected the account', 'Account connected'),
  'channel.reconnected': by('reconnected the account', 'Account reconnected'),
  'channel.updated': by('changed the account’s settings', 'Account settings changed'),
  'channel.disconnected': by('disconnected the account', 'Account disconnected'),
  'channel.needs-attention': always('The account needs someone'),
  'channel.recovered': always('The account answers again'),
  'channel.gap-repaired': always('Missed messages caught up'),
  'channel.gap-found': always('A gap in listening was found'),
  'receipt.quarantined': always('Something not understood, kept in quarantine'),
  'receipt.replayed': by('replayed what was not understood', 'Replayed'),
  'workspace.created': by('opened the desk', 'Desk opened'),
  'workspace.updated': by('changed the settings', 'Settings changed'),
  'member.joined': by('joined the team', 'New member'),
  'member.invited': by('invited someone', 'Invitation made'),
  'member.role-changed': by('changed a role', 'Role changed'),
  'member.removed': by('removed a member', 'Member removed'),
  'label.created': by('created a label', 'Label created'),
  'label.deleted': by('deleted a label', 'Label deleted'),
  'promise.changed': by('changed a promise', 'Promise changed'),
  'calendar.changed': by('changed the opening hours', 'Opening hours changed'),
}
