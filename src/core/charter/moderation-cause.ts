/** What the law lets a brand remove from its own pages; criticism is not among them, and cannot be added (D1). */
export const MODERATION_CAUSES = ['hate', 'threat', 'personal-data', 'spam', 'impersonation', 'minors'] as const
export type ModerationCause = (typeof MODERATION_CAUSES)[number]
