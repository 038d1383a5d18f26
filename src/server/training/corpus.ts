import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../../../test/fixtures')
const linesIn = (folder: string): string[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(FIXTURES, folder, name))

/** The files of labelled drafts, from which the guard learns. */
export const corpusFiles = (): string[] => linesIn('guard/drafts')

/** The files of labelled messages that the project wrote, from which triage learns. */
export const messageFiles = (): string[] => linesIn('triage')
