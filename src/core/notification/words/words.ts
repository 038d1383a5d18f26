/** What is said of a notice, in the desk and outside; never a word of a customer or of a colleague. */
export interface NoticeWords {
  sentence(kind: string): string
  many(n: number): string
  numbered(n: number): string
  times(n: number): string
  more(n: number): string
  open: string
  openAt(address: string): string
  hello(name: string): string
  /** Why this mail came, and where to change it. */
  why: string
  nothingInside: string
}
