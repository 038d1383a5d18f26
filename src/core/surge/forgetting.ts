/** The share of the newest in a mean that forgets half of what it knows in `halfLifeMs`; a plain mean while it knows little. */
export const shareOfNewest = (stepMs: number, halfLifeMs: number, known: number): number =>
  Math.max(1 - 2 ** (-stepMs / halfLifeMs), 1 / (known + 1))
