import type { OpeningGroup } from './opening.ts'

/** What people of the town say first, in English. */
export const openingsEn: readonly OpeningGroup[] = [
  {
    kind: 'dispute',
    topic: 'delivery',
    texts: [
      'Hi {at}, order {order} was due on {day} and there’s still no sign of it. Could someone have a look?',
      '{at} tracking says delivered. My doorstep says otherwise. Who signed for it?',
      'Evening {at}, that was meant to be my nan’s birthday present and it never turned up. Really gutted.',
      'Hi {at}, your driver left my {product} by the bins in the rain. It’s ruined.',
      'The delivery got pushed back again {at}, no email, nothing. I’ve taken two mornings off work now.',
      '{at} hello, funeral’s tomorrow at ten. I just need to know if the {product} is on its way.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'delivery',
    tempers: ['hot', 'sarcastic'],
    texts: [
      'Five days late and not ONE email. {at} is anybody actually there???',
      'My {product} has now visited more cities than I have this year. Lovely trip planning {at}',
      '{at} “sorry we missed you”. I was sat by the window. All. Day.',
      'Fun fact: {brand} charges your card in two seconds and answers in two business eternities.',
      'Never again {at}. Crushed box, wrong item, and the chat just closed on me.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'quality',
    texts: [
      'Hi {at}, my {product} looked nothing like the picture. Half the size, honestly.',
      '{at} arrived this morning, sad and droopy by tonight. Is that normal for £45?',
      'Opened the box and the {product} was snapped clean in two {at}. What happens now?',
      'I ordered the large and got the small {at}. Easy mistake, I hope?',
    ],
  },
  {
    kind: 'dispute',
    topic: 'refund',
    tempers: ['hot', 'sarcastic', 'terse', 'worried'],
    texts: [
      '{at} you cancelled order {order}, not me. Where’s my money?',
      'Three weeks for a refund {at}. It took you three seconds to take it.',
      'I’ve been told “five working days” four times now {at}. That’s twenty by my maths.',
      'Charged twice for one order {at}, and the bank says it’s on your side. Please help.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'service',
    texts: [
      'Hello {at}, three emails and no reply. Trying here instead.',
      '{at} your phone line plays me the same song for half an hour and then hangs up. Every time.',
      'The lad at your counter rolled his eyes at my mum {at}. She’s 78. Not OK.',
      'sorry to be a pain {at} but nobody ever came back to me about order {order}',
    ],
  },
  {
    kind: 'dispute',
    topic: 'order',
    audience: 'private',
    texts: [
      'Hi, rather not say this in public: the card with my {product} had somebody else’s message on it. Order {order}.',
      'Hello, I typed the wrong address for order {order}. Can it still be changed?',
      'Hi there, I can’t cancel my subscription, the button does nothing. Could you help?',
    ],
  },
  {
    kind: 'question',
    topic: 'hours',
    texts: [
      'Hi {at}, are you open on Sunday?',
      '{at} what time do you close tonight? Leaving work at six.',
      'Do you open on bank holidays {at}? The site doesn’t say.',
    ],
  },
  {
    kind: 'question',
    topic: 'delivery',
    texts: [
      'Do you deliver to hospitals {at}? My sister just had a baby 🥰',
      '{at} what’s the cut-off for same-day delivery?',
      'Hello {at}, can I pick a delivery slot or is it pot luck?',
      'Visiting from Leeds: can I order now for {day} in Nantes {at}?',
    ],
  },
  {
    kind: 'question',
    topic: 'returns',
    texts: [
      '{at} how long have I got to return something?',
      'Can I swap the {product} in store without a receipt {at}? It was a present.',
    ],
  },
  {
    kind: 'question',
    topic: 'stock',
    texts: [
      '{at} is the {product} from the window still around? Website says sold out.',
      'Do you do weddings {at}? About sixty guests, early June.',
      'Anything nice under 25 for a teacher {at}?',
    ],
  },
  {
    kind: 'question',
    topic: 'website',
    texts: [
      '{at} checkout gives me a blank page. Me or you?',
      'Password reset email never arrives {at}, tried three times',
    ],
  },
  {
    kind: 'praise',
    topic: 'general',
    texts: [
      'Credit where it’s due: ordered at ten, on the table by four. Cheers {at}',
      'Whoever wrapped my {product} at {brand} deserves a raise. Gorgeous.',
      'Your driver climbed five floors for my gran {at}. Please tell him he’s a star ⭐',
      '{at} sorted my mess in an hour on {day}. Didn’t expect that. Thank you!',
      'Two years on, the {product} from {brand} is doing better than I am 🌿',
    ],
  },
  {
    kind: 'idea',
    topic: 'general',
    texts: [
      'Idea for {at}: a fortnightly subscription. Monthly is too long, weekly is too much.',
      'Love you {at} but could we have less plastic in the box?',
    ],
  },
  {
    kind: 'troll',
    topic: 'general',
    texts: [
      'Is it true {at} buys everything from the supermarket next door and swaps the label?',
      'Bet the intern running {at} won’t reply to this.',
      '{at} reply “potato” if a human reads these',
      'Nice logo {at}. My dog drew something similar on the carpet.',
    ],
  },
  {
    kind: 'press',
    topic: 'general',
    texts: [
      'Hi {at}, I’m writing about late deliveries in the region. Who can I speak to before six?',
      '{at} several customers tell me their refunds have been pending for weeks. Any comment? Filing tomorrow.',
    ],
  },
  {
    kind: 'dispute',
    topic: 'order',
    tempers: ['worried', 'patient'],
    texts: [
      'Hello {at} please ring me on 07700 900123 about order {order}, I’m not good with computers',
      '{at} order {order}, name of {family}, 8 Mill Lane. Still waiting, what’s going on?',
    ],
  },
]
