/** One line of the doctor: how it stands, why, and what to do about it. */
export interface Finding {
  name: string
  state: 'ok' | 'warn' | 'fail'
  why: string
  todo?: string
}

export const ok = (name: string, why: string): Finding => ({ name, state: 'ok', why })
export const warn = (name: string, why: string, todo: string): Finding => ({ name, state: 'warn', why, todo })
export const fail = (name: string, why: string, todo: string): Finding => ({ name, state: 'fail', why, todo })

/** 0: all is well. 1: something fails. 3: something is to be looked at. (2 is a command used wrongly.) */
export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.some(({ state }) => state === 'fail') ? 1 : findings.some(({ state }) => state === 'warn') ? 3 : 0

export const agoOf = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
}
