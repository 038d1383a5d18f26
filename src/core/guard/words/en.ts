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
    G5: 'Never post from the wrong account.',
    G6: 'Do not run down what the brand stands for.',
    G7: 'Never blame a customer for complaining in public.',
    G8: 'A goodwill gesture comes after the solution, not before.',
    G9: 'Do not commit the brand on slippery ground.',
    P1: 'The first public answer to a dispute invites the customer to private.',
    P2: 'Offer only private ways that arrive.',
    A4: 'Write like a person, not like a form.',
    D2x: 'Never offer anything in exchange for a review.',
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
    'no-private-way': ({ surely }) =>
      surely
        ? 'This is one person’s dispute and you do not invite them to private. Add a private way.'
        : 'This looks like one person’s dispute. Invite them to private: message, phone or e-mail.',
    'private-way-closed': () => 'A private message will not reach this person. Offer a way that works.',
    'too-long': ({ used, max, unit }) =>
      `${used} ${unit === 'bytes' ? 'bytes' : 'characters'} out of ${max}: the network will refuse it. Cut it.`,
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
  },
}
