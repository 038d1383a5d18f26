export const MOST_FILE_BYTES = 600_000

export type FileEncoding = 'utf-8' | 'windows-1252'
export type Decoded = { readonly text: string; readonly encoding: FileEncoding } | { readonly fault: FileFault }
/** Why a whole file cannot be read, each with what to do about it on the screen. */
export type FileFault = 'too-large' | 'empty-file' | 'not-text'

const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const

/**
 * The two encodings in which French spreadsheets save: UTF-8 where every byte says so, else Windows-1252. Anything else is said to be so,
 * rather than turned into wrong names that a customer would read (C2, A4).
 */
export const decodeFile = (bytes: Uint8Array): Decoded => {
  if (bytes.length > MOST_FILE_BYTES) return { fault: 'too-large' }
  if (UTF16.some(([a, b]) => bytes[0] === a && bytes[1] === b) || bytes.includes(0)) return { fault: 'not-text' }
  let decoded: { text: string; encoding: FileEncoding }
  try {
    decoded = { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    decoded = { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
  return decoded.text.trim() === '' ? { fault: 'empty-file' } : decoded
}
