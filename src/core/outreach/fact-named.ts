/** The facts by which somebody may be known to be touched, and their states (C2). */
export const FACT_KINDS = ['refund', 'delivery', 'replacement', 'incident', 'order'] as const
export const FACT_STATES = ['requested', 'done', 'cancelled'] as const
