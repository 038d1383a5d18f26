/** What a message wants of the brand. */
export const intents = ['complaint', 'question', 'praise', 'thanks', 'suggestion', 'spam', 'other'] as const
export type Intent = (typeof intents)[number]

export const sentiments = ['negative', 'neutral', 'positive'] as const
export type Sentiment = (typeof sentiments)[number]

/** The main object of a message. */
export const topics = [
  'delivery',
  'refund',
  'billing',
  'outage',
  'quality',
  'staff',
  'account',
  'availability',
  'price',
  'returns',
  'information',
  'other',
] as const
export type Topic = (typeof topics)[number]

/** What an agent must be warned of. */
export const flags = [
  'churn',
  'legal',
  'safety',
  'abuse',
  'sarcasm',
  'personal_data_in_text',
  'follow_up',
  'influencer_threat',
] as const
export type Flag = (typeof flags)[number]

/** Why a message cannot wait. */
export const urgentReasons = [
  'safety',
  'service-down',
  'deadline',
  'vulnerable-person',
  'unanswered',
  'legal-threat',
  'press-threat',
  'fraud',
] as const
export type UrgentReason = (typeof urgentReasons)[number]

/** What is said yes or no of every message. */
export const verdicts = ['urgent', 'needs_answer', 'personal_dispute'] as const
export type Verdict = (typeof verdicts)[number]

export const messageLanguages = ['fr', 'en', 'other'] as const
export type MessageLanguage = (typeof messageLanguages)[number]
