/** French says « 0 message », « 1 message », « 2 messages ». */
export const frPlural = (n: number, one: string, many: string): string => (n < 2 ? one : many)
/** English says "0 messages", "1 message". */
export const enPlural = (n: number, one: string, many: string): string => (n === 1 ? one : many)
