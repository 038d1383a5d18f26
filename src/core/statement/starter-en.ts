import type { StarterKey, StarterText } from './starter.ts'

/** Short enough for the shortest network once filled in; what only the day can tell stands in double braces. */
export const STARTER_EN: Readonly<Record<StarterKey, StarterText>> = {
  seen: {
    title: 'We have seen it, we are looking',
    text: 'Several of you are telling us about a problem: {{subject}}. We have read your messages and we are finding out what happened. We don’t know everything yet, and would rather check before we answer. News here at {{next update}}. {{first name}}',
  },
  outage: {
    title: 'Outage: the service is down',
    text: '{{subject}}: it isn’t working right now, and you can tell. We are looking for the reason. No need to keep trying, we’ll say here when it is back. Next update at {{next update}}, even if we have nothing new. {{first name}}',
  },
  safety: {
    title: 'Safety: stop using a product',
    text: 'Important: if you have {{product}}, please stop using it for now. We have a doubt about its safety and are checking. A question, a health concern? Write to {{contact}}, a person will answer you. More at {{next update}}. {{first name}}',
  },
  taken: {
    title: 'Somebody is on it',
    text: 'My name is {{first name}}, and with the team I am looking after what you told us about: {{subject}}. I’ll be back here at {{next update}} with what we know, even if it is little. Is your case different? {{contact}}',
  },
  still: {
    title: 'Update: nothing new, still looking',
    text: 'Update on {{subject}}: we have not found the cause yet. What we have already ruled out: {{what is ruled out}}. We go on. Next update at {{next update}}. {{first name}}',
  },
  cause: {
    title: 'Update: we know where it comes from',
    text: 'Update on {{subject}}: we now know where it comes from. {{the cause, plainly}} It is on our side, and we are sorry. What we are doing: {{what we are doing}}. More at {{next update}}. {{first name}}',
  },
  solution: {
    title: 'Update: what to do if you are affected',
    text: '{{subject}}: if you are affected, here is what to do. {{the steps}} You should not have to ask twice: write to {{contact}} and we’ll go through your case with you. Next update at {{next update}}. {{first name}}',
  },
  settled: {
    title: 'It is over: what happened',
    text: '{{subject}}: it has been over since {{time}}. What happened: {{the cause, plainly}} What we are changing: {{what we are changing}}. Still in trouble? {{contact}}. Thank you to those who warned us, and sorry to those who waited. {{first name}}',
  },
  wrong: {
    title: 'We said something that was not so',
    text: 'We wrote here that {{what we wrote}}. That was not right. What we know today: {{what is true}}. We should have checked first, and we leave our first message where it is. {{first name}}',
  },
  slip: {
    title: 'A message left from the wrong account',
    text: 'A message that had no place here went out from our account at {{time}}. It is our mistake, and it does not say what we think. Sorry to those it hurt. We are finding out how it happened, and will say so here. {{first name}}',
  },
  rumour: {
    title: 'A rumour: what we know',
    text: 'People are saying that {{the rumour}}. What we could check: {{what is true}}. What we don’t know yet: {{what we do not know}}. We’ll tell you here at {{next update}}. Your questions: {{contact}}. {{first name}}',
  },
}
