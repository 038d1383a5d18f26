import type { Reactions } from './situation.ts'

/** What people answer, in English. */
export const reactionsEn: Reactions = {
  thanked: {
    any: ['Perfect, thank you!', 'Brilliant, thanks for the quick answer 👍', 'Great, noted. Cheers {at}'],
    terse: ['ok ta', '👍'],
    sarcastic: ['A straight answer, within the hour. I’m almost touched. Thanks.'],
    worried: ['Phew, thank you, that helps!'],
    loyal: ['You lot are the best ❤️', 'Thanks! See you in the shop.'],
  },
  'asks-further': {
    any: [
      'Thanks. Is it the same on bank holidays?',
      'Got it. Do I need to book or can I just turn up?',
      'Thank you! Last one: same price online?',
    ],
    hot: ['Right, but in practice, is it possible or not?'],
    terse: ['and saturday?'],
  },
  vague: {
    any: [
      'Thanks, but that doesn’t really answer my question…',
      'So what happens next?',
      'And what are you going to do about it?',
    ],
    hot: ['That’s it? Seriously?', 'Words. I want a DATE.'],
    sarcastic: ['Thank you for that lovely poem. And my order?'],
    worried: ['Sorry, I don’t quite follow. Do I have to do something?'],
    terse: ['and?'],
  },
  calmed: {
    any: ['Thanks for looking into it. You’ll keep me posted?', 'OK, I’ll wait to hear from you. Appreciate the tone.'],
    hot: ['Fine. At least somebody answers. So what now?', 'OK, I may have shouted. Still waiting for a fix though.'],
    sarcastic: ['A human! At last. So, when?'],
    worried: ['Thank you, that’s a relief. When do you think it’ll be sorted?'],
    loyal: ['No worries, these things happen 😊'],
    terse: ['ok. when?'],
  },
  settled: {
    any: ['Thanks, that’s sorted at my end. Have a good day!', 'Perfect, thanks for seeing it through.'],
    hot: ['Well, you made up for it. Thanks.'],
    sarcastic: ['A happy ending. I’ll miss the drama. Thanks!'],
    loyal: ['Knew I could count on you ❤️'],
    terse: ['sorted ta'],
  },
  pleased: {
    any: ['You deserve it 😊', 'Oh, nice of you to reply!', 'See you soon!'],
    loyal: ['❤️❤️', 'Keep it up, the whole street loves you.'],
    terse: ['🙂'],
  },
  'data-refused': {
    any: [
      'You’re asking me that here, in front of everyone? No thanks.',
      'I’m not posting my details in public!',
      'My phone number, on a public thread? Are you serious {at}?',
    ],
    hot: ['Want my card PIN while we’re at it?! NO.'],
    sarcastic: ['Sure, shall I put it on a billboard as well?', 'Personal data in public. GDPR sends its love, {at}.'],
    worried: ['I’ve read you should never give that out online… is this really you?'],
    loyal: ['Love you but not in front of everybody 😅'],
    journalist: ['You ask customers for personal data in public? Noted.'],
    terse: ['not in public'],
  },
  'data-given': {
    any: [
      'Oh sorry, it’s 07700 900456, please ring me soon',
      'Here: 8 Mill Lane, LS1 4AB, order {order}.',
      'My email is {email}, waiting for your message.',
    ],
  },
  'private-accepted': {
    any: ['OK, sending you a private message.', 'Sure, check your messages.', 'Right, I’ll write to you now.'],
    hot: ['Fine, in private then, but I want a REAL answer.'],
    sarcastic: ['Backstage it is. Message sent.'],
    worried: ['OK thank you, writing to you now. I hope this is the right account.'],
    terse: ['dm sent'],
  },
  'private-refused': {
    any: [
      'No DMs, answer me here.',
      'No. Whatever you have to say, say it in front of everyone.',
      'I’d rather keep this public, other customers should see it too.',
    ],
    hot: ['The old “DM us” trick to bury it. ANSWER HERE.'],
    sarcastic: ['How discreet. No, here will do nicely.'],
  },
  'private-opening': {
    any: [
      'Hi, this is about my public message. Order {order}. What do you need?',
      'Here I am. In short: {product} ordered, not received as promised. What can you do?',
    ],
    hot: ['Right, I’m here as you asked. Order {order}. I want a fix, not a speech.'],
    worried: ['Hello, writing in private as you said. It’s order {order}. Is it bad?'],
    terse: ['order {order}'],
  },
  'private-data-given': {
    any: [
      'It’s order {order}, phone 07700 900456. Thanks.',
      'Here you go: {order}, delivery to 8 Mill Lane, Leeds.',
      'Number {order}, email {email}',
    ],
    hot: ['{order}. The number I’ve already given three times, by the way.'],
    terse: ['{order}'],
  },
  'private-explains': {
    any: [
      'Thanks. So are you sending another {product}, or refunding me?',
      'OK. How long will that take?',
      'Thanks for that. What’s the next step?',
    ],
    hot: ['OK. And what do I do meanwhile?'],
    worried: ['Thank you. You’re sure there’s nothing I need to do?'],
    terse: ['ok so?'],
  },
  'private-settled': {
    any: ['Thank you so much, just what I needed.', 'Perfect, thanks for your help. Have a good evening.'],
    hot: ['Thanks. I lost my temper a bit, you kept yours.'],
    sarcastic: ['Quick and polite. I’m lost for words. Thanks!'],
    terse: ['ok thanks'],
  },
  'thanks-in-public': {
    any: [
      'For anyone following: {brand} got back to me and it’s all sorted. Thanks to them.',
      'Update: sorted with {at}. Only fair to say so.',
    ],
    hot: ['I moaned loudly so I’ll say this loudly too: {at} fixed it. Thank you.'],
    sarcastic: ['Season finale: it ends well. Thanks {at}, great writing.'],
  },
  'false-claim': {
    any: [
      'Sorry? I’ve just checked and that’s not true. Nothing has changed here.',
      'Really? Not at my end. Are you looking at the right order?',
      'That’s not right. No message, no money, no {product}.',
    ],
    hot: ['That’s a LIE. I’m looking at my account right now: nothing.'],
    sarcastic: ['Done, is it? Then my bank and my letterbox are both in on the joke.'],
    worried: ['Are you sure? I can’t see anything, I checked twice…'],
    journalist: ['That is not what your customers say. Do you stand by it?'],
    terse: ['not true. nothing here'],
  },
  canned: {
    any: [
      'That’s an automatic reply, isn’t it?',
      'You wrote word for word the same to somebody else. Come on.',
      'I don’t think you’ve read my message.',
    ],
    hot: ['Copy and paste. That’s what I’m worth to {brand}.'],
    sarcastic: ['Hello robot. Fetch me a human, would you?', '“We value your feedback”: one more and I’ve got bingo.'],
    worried: ['Is anybody actually reading this?'],
    terse: ['copy paste'],
  },
  insulted: {
    any: [
      'Excuse me? What sort of tone is that?',
      'I’ve been polite. I expect the same.',
      'Lovely way to treat a customer. Screenshot taken.',
    ],
    hot: ['Listen to yourselves! Everybody should read how {brand} talks to customers.'],
    sarcastic: ['Somebody got out of bed on the wrong side.'],
    troll: ['He’s cross! He’s cross! 🍿🍿'],
  },
  blamed: {
    any: [
      'So it’s my fault now? Better and better.',
      'I did everything you asked. Don’t turn it round on me.',
      'I’m writing here because nobody answers anywhere else.',
    ],
    hot: ['Oh, so I’M the problem now?!'],
    sarcastic: ['My mistake: I dared to order something.'],
  },
  'wrong-language': {
    any: ['Sorry, I didn’t understand that. In English, please?', 'My French stops at “bonjour”. English please?'],
    hot: ['In ENGLISH, is that too much to ask?'],
  },
  gesture: {
    any: ['Thanks for the gesture, but I’d rather have it fixed.', 'A voucher, that’s kind. And my order?'],
    hot: ['I don’t want your tenner off, I want what I paid for.'],
    sarcastic: ['Ten per cent off the next disaster. Tempting.'],
    loyal: ['That’s so sweet, you didn’t have to!'],
  },
  'troll-deflates': { any: ['OK, well played. I’ll leave you alone.', 'Fine, one-nil to you.', 'Damn, they’re nice.'] },
  'troll-again': { any: ['PR answer. Boring.', 'Nearly there {at}, try harder.', 'They pay you to write that?'] },
  'press-thanks': {
    any: ['Thank you, I’ll call straight away.', 'Noted, thanks for being so quick. I’ll quote this.'],
  },
  'press-insists': {
    any: [
      'Shall I take that as no comment?',
      'Thanks, but who may I quote, name and title?',
      'I publish tonight, with or without your side.',
    ],
  },
  ignored: {
    any: [
      'Hi {at}, did you see my message?',
      'Just bumping this, I haven’t heard back…',
      '{at} sorry to chase, but it’s rather urgent.',
    ],
    hot: ['Hello {at}?! Anybody there?'],
    sarcastic: ['Back again, in case my message got lost. It runs in the family.'],
    worried: ['Sorry to insist {at}, I’m really worried.'],
    terse: ['bump', 'still nothing?'],
    troll: ['Nobody? Knew it 😂'],
    journalist: ['Chasing this: my deadline stands.'],
  },
  'ignored-again': {
    any: [
      'Hours and not one word {at}. Disappointing.',
      'I can see you answering other people. What about me?',
      'Last time of asking before I take it elsewhere.',
    ],
    hot: ['You’re ignoring me. Fine. Let’s see if everyone can.'],
    sarcastic: ['Chapter three: the customer talks to himself. Care for a cameo {at}?'],
    worried: ['Please, just tell me you’ve read it…'],
    terse: ['right. so no'],
    journalist: ['Without an answer I’ll write that you declined to comment.'],
  },
  shout: {
    any: [
      'Don’t buy from {brand}: you order, you pay, and then nobody’s home. {at}',
      'Please share: {brand} doesn’t answer its customers. Three messages, no reply. {at}',
    ],
    hot: ['SHAME on {brand}! Three messages, no answer, my money gone. Share this. {at}'],
    sarcastic: ['Missing: the customer service of {brand}, last seen before my order. {at}'],
    worried: ['I don’t know who to turn to with {brand} any more… has anyone got through to them? {at}'],
    journalist: ['{brand} did not respond to my questions. The piece runs tomorrow. {at}'],
    troll: ['Three hours and {at} still won’t answer. I am their king.'],
  },
  'private-ignored': {
    any: ['Still waiting for your answer here…', 'You asked me to write in private and now there’s nobody?'],
    hot: ['So “in private” meant burying me. I’ll be back in public in five minutes.'],
    terse: ['well?'],
  },
  'statement-heard': {
    any: [
      'Thanks for being straight about it. We’ll wait then.',
      'Right, at least we know where things stand. Thank you.',
      'Fine by me, keep us posted as you said.',
    ],
    hot: ['Finally, some information. I’ll hold you to that time.'],
    sarcastic: ['A company that speaks plainly. Noting the date. Thanks.'],
    worried: ['Thank you, that helps a bit. I’ll watch for the next update.'],
    loyal: ['Thanks for keeping everyone in the loop. Hang in there!'],
    terse: ['ok noted'],
    journalist: ['Thank you. I’ll quote this, and come back to you.'],
  },
  'statement-hollow': {
    any: [
      'And what does that mean? When, and who answers us?',
      'That says nothing about my order.',
      'Thanks, but I’ve learnt nothing.',
    ],
    hot: ['Waffle. We want to know WHEN.'],
    sarcastic: ['Lovely text. It must have passed through many offices.'],
    worried: ['So what am I supposed to do? I don’t understand…'],
    terse: ['so nothing'],
    troll: ['Translation: no idea 😂'],
  },
  'statement-false': {
    any: [
      'That’s not true: nothing is sorted for me.',
      'Sorted? I still have nothing. Check before you post.',
      'This is simply false, and you say it in front of everyone.',
    ],
    hot: ['A LIE. I’ve received nothing and you post that all is well!'],
    sarcastic: ['Sorted in which universe? In mine I’m still waiting.'],
    worried: ['But… I still have nothing. Did you forget me?'],
    terse: ['false. still nothing'],
    journalist: ['Several customers say the opposite. Do you stand by this?'],
  },
  'me-too': {
    any: [
      'Same here, same story last week.',
      'Oh, I thought it was only me.',
      'Following. Curious whether they answer.',
    ],
    troll: ['Getting the popcorn 🍿'],
    loyal: ['Odd, I’ve never had trouble with them. Give them a chance to answer.'],
  },
}
