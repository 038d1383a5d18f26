import type { Finding } from '#core/guard/finding.ts'

export type Mark = Pick<Finding, 'start' | 'end' | 'severity'>

/**
 * Which words to underline while newer ones are being read: those of a finding that stand there letter for letter, where they have moved
 * to. Whatever was touched since is not underlined until it has been read.
 */
export const marksOn = (findings: readonly Mark[], read: string, now: string): readonly Mark[] => {
  if (findings.length === 0 || read === now) return findings
  const least = Math.min(read.length, now.length)
  let head = 0
  while (head < least && read[head] === now[head]) head += 1
  let tail = 0
  while (tail < least - head && read[read.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const moved = now.length - read.length
  if (findings.every(({ end }) => end <= head)) return findings
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding]
    const { start, end, severity } = finding
    return start >= read.length - tail ? [{ start: start + moved, end: end + moved, severity }] : []
  })
}
