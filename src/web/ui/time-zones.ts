/** The zone of this browser, and all those it knows. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
export const allZones = (also: string): string[] => [...new Set([also, ...Intl.supportedValuesOf('timeZone')])].sort()
