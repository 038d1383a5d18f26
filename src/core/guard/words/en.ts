import type { GuardWords, Named } from './guard-words.ts'

const named: Named = {
  datum: {
    order: 'an order, file or policy number',
    account: 'an account identifier',
    name: 'a name',
    email: 'an e-mail address',
    phone: 'a phone number',
    address: 'a postal address',
    birth: 'a date of birth',
    card: 'card digits',
    bank: 'bank details',
    paper: 'a personal document',
    login: 'log-in details',
    contact: 'personal details',
    stay: 'a stay (room, dates)',
    money: 'somebody’s money matters',
    health: 'health information',
    aid: 'social aid',
    'private-words': 'words written to someone close',
    something: 'a piece of personal information',
  },
  claim: {
    refund: 'no refund made',
    delivery: 'nothing sent',
    replacement: 'no replacement made',
    resolution: 'nothing shown as solved',
    owner: 'nobody named',
    request: 'no request made',
    done: 'nothing done',
  },
  ground: {
    promise:
      'You commit the brand to a date or an outcome that is not certain. Say what is sure, and what you will do yourself.',
    liability: 'You admit liability in law. Apologise, without speaking of fault or damages.',
    politics: 'You take sides. The brand does not comment on politics.',
    competitor: 'You judge a competitor. Speak of what the brand does.',
    advice: 'You give advice on health, law or money. Refer to a professional.',
    reserved: 'The charter reserves this subject',
  },
  tone: {
    insult: 'hurts the person who reads you',
    threat: 'reads as a threat',
    sarcasm: 'reads as irony',
    condescension: 'reads as a lecture',
    dismissal: 'sends the person away with nothing',
  },
}

/** What the guard says to the writer: short, factual, with what to write instead. */
export const en: GuardWords = {
  rule: {
    G1: 'Never ask for personal information in public.',
    G2: "Never repeat a customer's personal information in public.",
    G3: 'Stay courteous.',
    G4: 'Say only what the case file proves.',
    C3: 'Say of the crisis only what is confirmed.',
    G5: 'Never post from the wrong account.',
    G6: 'Do not run down what the brand stands for.',
    G7: 'Never blame a customer for complaining in public.',
    G8: 'A goodwill gesture comes after the solution, not before.',
    G9: 'Do not commit the brand on slippery ground.',
    P1: 'The first public answer to a dispute invites the customer to private.',
    P2: 'Offer only private ways that arrive.',
    A4: 'Write like a person, not like a form.',
    D2x: 'Never offer anything in exchange for a review.',
    H1: 'Keep to the words of the charter.',
    label: 'What is paid for says so.',
    link: "Link only to the brand's own addresses.",
    length: "Stay within the network's length.",
    empty: 'Write an answer.',
  },
  severity: { block: 'Fix before sending', approve: 'Have it approved', warn: 'Read again' },
  explain: {
    'asks-personal-data': ({ what, asIfPrivate }) =>
      asIfPrivate
        ? `You ask for ${named.datum[what]} and let them answer in public if they like. Everybody could read it: offer the private way only.`
        : `You ask for ${named.datum[what]} where everybody reads. Ask in private.`,
    'shows-personal-data': ({ what, customerWroteIt }) =>
      customerWroteIt
        ? `You repeat ${named.datum[what]} in public, even if they wrote it first. Mask it.`
        : `You show ${named.datum[what]} to everybody. Mask it, or say it in private.`,
    'unkind-words': ({ tone }) => `This ${named.tone[tone]}. Say it courteously, or take it out.`,
    'claim-without-fact': ({ claim, known }) =>
      known === 'requested'
        ? 'The case file says “requested”, not “done”. Say what is true: the request has been made.'
        : `On file: ${named.claim[claim]}. Say what is true, or add the proof to the case file first.`,
    'may-not-be-said': ({ state, what, says }) =>
      state === 'forbidden'
        ? `The crisis cell forbids saying this: “${says}”.`
        : what === 'date'
          ? `“${says}”: not yet confirmed by the crisis cell. Give no date.`
          : `“${says}”: not yet confirmed by the crisis cell. Do not state it.`,
    'no-private-way': ({ surely }) =>
      surely
        ? 'This is one person’s dispute and you do not invite them to private. Add a private way.'
        : 'This looks like one person’s dispute. Invite them to private: message, phone or e-mail.',
    'private-way-closed': () => 'A private message will not reach this person. Offer a way that works.',
    'not-the-brands-account': ({ account, brand }) =>
      `${account} is not an account of ${brand}. Answer from the brand's account.`,
    'account-changed': ({ account, begunAs }) =>
      `This draft was begun as ${begunAs}; it would go out as ${account}. Read it again for this account, or go back to the first.`,
    'other-brand': ({ name }) => `You speak for ${name}, which is not this brand.`,
    'personal-voice': () =>
      'These words come from your own life, or are meant for somebody else. The brand answers the customer, nothing more.',
    'runs-down-our-own': () =>
      'These words run down the brand, its customers, its people or its town. Admit the precise fault, and belittle nobody.',
    'blames-the-complaint': () =>
      'You blame the customer for speaking in public. Thank them for saying it, and take care of what is wrong.',
    'gesture-refused': ({ why }) =>
      ({
        'not-settled': 'The problem is not settled: a gesture now looks like buying silence. Settle it first.',
        'none-allowed': 'The charter allows no gesture of goodwill.',
        'over-the-cap': "This gesture is over the charter's cap.",
        'given-enough': 'This customer has had this year what the charter allows.',
        'worth-unknown':
          'A percentage does not say what it costs, and the charter caps in euros. Write an amount, or somebody reads it first.',
      })[why],
    'slippery-ground': ({ ground, name }) =>
      ground === 'reserved' ? `${named.ground.reserved}: ${name}.` : named.ground[ground],
    'set-phrases': ({ like }) =>
      like === 'advertising'
        ? 'This reads like an advertisement. Answer this person, in your own words.'
        : 'This reads like a form. Say it as you would aloud.',
    'copied-reply': () =>
      'Almost the same reply was published on this account lately: everybody can see it. Write this one for this person.',
    'no-signature': () => 'The charter asks for a signature: add your first name or initials at the end.',
    'template-left': ({ what }) => `“${what}” was left from the template. Replace it.`,
    'buys-a-review': () =>
      'You tie something to a review: the law forbids it. The review stays, and what is owed is owed anyway.',
    'reserved-word': ({ words, instead }) =>
      instead === ''
        ? `The charter does not use “${words}”.`
        : `The charter does not use “${words}”; it says “${instead}”.`,
    'foreign-link': ({ host }) => `${host} is not an address of the brand.`,
    'too-long': ({ used, max, unit }) =>
      `${used} ${unit === 'bytes' ? 'bytes' : 'characters'} out of ${max}: the network will refuse it. Cut it.`,
    'paid-unlabelled': () => 'Somebody is paid, or given something, to speak of the brand: readers must know. Say so.',
    'empty-draft': () => 'There is nothing to send. Write an answer.',
    'guard-failed': () =>
      'This rule could not read your text, so it stays here to be safe. Rephrase it, or tell a manager.',
  },
  fix: {
    'invite-to-private': 'Invite to private',
    remove: 'Remove the sentence',
    mask: 'Mask it',
    'say-what-is-true': 'Say what is true',
    'say-it-courteously': 'Say it courteously',
    'add-private-way': 'Add a private way',
    'offer-open-way': 'Offer a way that arrives',
    cut: 'Cut to length',
    'switch-to-private': 'Answer in private',
    'say-what-the-charter-says': 'Say it as the charter does',
    'say-it-is-paid': 'Say that it is paid for',
    sign: 'Sign',
  },
}
