import type { StarterWords } from '../starter.ts'

/** What a brand can sign on its first day; every word is there to be changed. */
export const starterEn: StarterWords = {
  mission: (brand) =>
    `Answer everyone who speaks to ${brand} or about ${brand}: soon, truthfully, courteously. Settle in private what is personal, say afterwards what was done, and tell the departments what keeps coming back.`,
  tone: {
    address: 'free',
    likedWords: [
      'thank you for telling us',
      'I am looking into it now',
      'I am taking care of it',
      'you are right',
      'have a good day',
    ],
  },
  reservedWords: [
    { words: 'we apologise for any inconvenience', instead: 'we are sorry that', severity: 'warn' },
    { words: 'we apologize for any inconvenience', instead: 'we are sorry that', severity: 'warn' },
    { words: 'your feedback is important to us', instead: 'thank you for telling us', severity: 'warn' },
    { words: 'as per our policy', instead: 'here is why', severity: 'warn' },
    { words: 'at your earliest convenience', instead: 'when you can', severity: 'warn' },
    { words: 'please be advised', instead: 'you should know', severity: 'warn' },
    { words: 'due to circumstances beyond our control', instead: 'here is what happened', severity: 'warn' },
    { words: 'dear valued customer', instead: 'hello', severity: 'warn' },
    { words: 'money-back guarantee', severity: 'approve' },
    { words: 'risk-free', severity: 'block' },
  ],
  reservedSubjects: [
    {
      name: 'Politics and religion',
      words: ['election', 'political party', 'prime minister', 'left-wing', 'right-wing', 'religion'],
      severity: 'block',
    },
    {
      name: 'Medical advice',
      words: ['dosage', 'diagnosis', 'prescription', 'take a pill', 'stop your treatment'],
      severity: 'block',
    },
    {
      name: 'Admitted liability',
      words: ['we accept full responsibility', 'we are liable', 'it was our fault', 'we were negligent'],
      severity: 'approve',
    },
    {
      name: 'Company secrets',
      words: ['our turnover', 'redundancies', 'takeover', 'our supplier is', 'confidential', 'internal memo'],
      severity: 'block',
    },
  ],
  sensitiveSubjects: [
    {
      name: 'Injury, allergy, poisoning',
      words: ['injured', 'injury', 'burnt', 'burned', 'allergy', 'allergic', 'poisoning', 'hospital', 'accident'],
      approvers: 2,
    },
    {
      name: 'Discrimination and harassment',
      words: ['racist', 'racism', 'sexist', 'homophobic', 'discrimination', 'harassment', 'assault'],
      approvers: 2,
    },
    { name: 'Data leak', words: ['data breach', 'data leak', 'hacked', 'stolen data', 'GDPR'], approvers: 2 },
    {
      name: 'Threat of legal action',
      words: ['lawyer', 'solicitor', 'sue you', 'legal action', 'court', 'ombudsman', 'trading standards'],
      approvers: 1,
    },
    {
      name: 'Press and influence',
      words: ['journalist', 'newsroom', 'interview', 'press article', 'documentary', 'on air'],
      approvers: 1,
    },
    {
      name: 'Product recall and safety',
      words: ['product recall', 'safety defect', 'dangerous', 'caught fire', 'exploded', 'withdrawn from sale'],
      approvers: 2,
    },
    {
      name: 'Work and industrial disputes',
      words: ['strike', 'trade union', 'working conditions', 'employee', 'employment tribunal'],
      approvers: 1,
    },
    { name: 'Bereavement', words: ['passed away', 'died', 'funeral', 'bereavement', 'mourning'], approvers: 1 },
  ],
}
