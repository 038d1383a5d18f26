import type { Lines } from '#core/crowd/situation.ts'
import type { DrillSituation } from './lines.ts'

/** What people of a drill say, in English, whatever the trade. */
export const linesEn: Record<DrillSituation, Lines> = {
  'private-opening': {
    any: [
      'Hi, writing here as you suggested. My reference is {order}. What do you need?',
      'Here I am. It’s about my public message, reference {order}.',
    ],
    hot: ['Right, I’m here as you asked. Reference {order}. I want a fix, not a speech.'],
    worried: ['Hello, writing in private as you said. My reference is {order}. Is it bad?'],
    terse: ['ref {order}'],
  },
  'private-data-given': {
    any: ['It’s {order}. You can write to me at {email}.', 'Here you go: {order}, {email}. Thanks.'],
    hot: ['{order}. The number I’ve already given three times, by the way.'],
    terse: ['{order}'],
  },
  'private-explains': {
    any: [
      'OK. How long will that take?',
      'Thanks for answering. What’s the next step?',
      'Fine. Will you tell me when it’s done?',
    ],
    hot: ['OK. And what am I meant to do until then?', 'I want a date, please. Just a date.'],
    worried: ['Thanks. Are you sure there’s nothing I need to do?'],
    terse: ['ok, and?'],
  },
  'false-claim': {
    any: [
      'Sorry? I’ve just checked and that’s not true. Nothing has changed here.',
      'Really? Not on my side. Did you look at the right file?',
    ],
    hot: ['LIES. I just checked: nothing. Who do you take us for?'],
    journalist: ['That is not what your customers say. Do you stand by it?'],
    terse: ['not true. nothing done'],
  },
  gesture: {
    any: [
      'Thanks for the gesture, but I’d mostly like it fixed.',
      'A voucher before you’ve even fixed it?',
      'Is that how you buy silence?',
    ],
    hot: ['I don’t want your voucher, I want what I paid for.'],
    sarcastic: ['Money off the next disaster. Tempting.'],
  },
  shout: {
    any: [
      'Pass it on: {brand} doesn’t answer its customers. Three messages, zero replies. {at}',
      'I’ve tried everything with {brand}. So here’s the whole story, in public. {at}',
    ],
    hot: ['SHAME on {brand}! Three messages, no answer at all. Share this, it may spare someone. {at}'],
    sarcastic: ['Missing: the customer service of {brand}. Reward offered. {at}'],
    worried: ['I don’t know who to turn to at {brand} any more… has anyone managed to reach them? {at}'],
    journalist: ['{brand} has not responded to requests for comment. Story to follow. {at}'],
  },
  'me-too': {
    any: [
      'Same here with {brand}.',
      'Oh, I thought it was just me. {at}',
      'Watching this. Will {at} answer, or not?',
      'Same. {at}?',
    ],
    troll: ['Getting the popcorn 🍿 {at}'],
  },
  'private-closed': {
    any: [
      'I’d love to, but I can’t message you: you don’t follow me. Any other way, {at}?',
      'Your private messages say “cannot be sent”. What now?',
    ],
    hot: ['Private messages DON’T get through, {at}. Do you know your own tools?'],
    terse: ['can’t dm you. other way?'],
  },
  believes: {
    any: ['Oh, great, thanks. I’ll have a look.', 'OK, thanks for answering. I’ll check on my side.'],
    hot: ['At last. I’ll check, and it had better be true.'],
    terse: ['ok will check'],
  },
  'lie-found': {
    any: [
      '{brand} says in writing that it’s sorted. It’s NOT, nothing has been done. Screenshot attached. {at}',
      'Checked twice: what {at} told me is false. Here’s the screenshot, judge for yourselves.',
    ],
    hot: ['THEY LIE. Screenshot of their answer, screenshot of my account: NOTHING. {at}'],
    sarcastic: ['{brand} has a new meaning for “sorted”: doing nothing, apparently. Screenshot. {at}'],
    worried: ['I don’t understand, {at} told me it was done and it isn’t. I don’t know what to believe any more.'],
    journalist: ['{brand} says one thing, the facts say another. Both screenshots are in the story. {at}'],
  },
  'comes-back': {
    any: ['Back again {at}: you said you’d keep me posted, and nothing since.', 'Hi {at}, any news since earlier?'],
    hot: ['{at} you said you were on it. I’m WAITING.'],
    terse: ['any news?'],
  },
  'deleted-found': {
    any: [
      'My message has VANISHED from {brand}’s page. Luckily I took a screenshot. Here it is, pass it on. {at}',
      'Deleting messages you don’t like, {at}? Here it is again, as a picture this time.',
    ],
  },
  'contacted-thanks': {
    any: [
      'A brand that tells you before you have to complain: thanks {at}, got your message.',
      'Got your message {at}, thanks for the warning.',
    ],
  },
  'heard-out': {
    any: ['Thank you for a clear answer. I’ll be watching what follows.', 'Noted: what you say, and the date.'],
  },
  'not-heard': {
    any: [
      'That’s not an answer, {at}. Who decides over there, and what are you doing?',
      'Talking points. My question stands, {at}.',
    ],
  },
}
