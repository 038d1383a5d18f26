import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readShortLabel } from './short-labels.ts'
import { readTriageLine, type TriageLine } from './triage-line.ts'

export const TRIAGE_FIXTURES = join(import.meta.dirname, '../../../test/fixtures/triage')

const BRAND_FR = 'text/brand-fr-unlabelled.jsonl'
const CARE_EN = 'text/care-conversations-en.jsonl'

const linesOf = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : []

const namesIn = (folder: string, end: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(end))
        .sort()
    : []

/** What the project wrote itself, in the order of its ids, whatever the files. */
export const ownLines = (): TriageLine[] =>
  namesIn(TRIAGE_FIXTURES, '.jsonl')
    .flatMap((name) =>
      linesOf(join(TRIAGE_FIXTURES, name)).map((text, i) => {
        try {
          return readTriageLine(text, 'own')
        } catch (error) {
          throw new Error(`${name}, line ${i + 1}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))

type Row = Readonly<Record<string, unknown>>
const rowsOf = (file: string): Row[] => linesOf(file).map((line) => JSON.parse(line) as Row)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The messages of a public set that we labelled by the number of their row; the texts stay where they are. */
const labelled = (source: string, lang: string, texts: ReadonlyMap<string, string>): TriageLine[] =>
  linesOf(join(TRIAGE_FIXTURES, 'labels', `${source}.txt`)).flatMap((line) => {
    const { row, label } = readShortLabel(line)
    const text = texts.get(row)
    return text === undefined ? [] : [{ id: `${source}-${row}`, text, lang, trade: '', source, ...label }]
  })

/** What nobody has to answer. */
const NOTHING = {
  intent: 'other',
  topic: 'other',
  urgent: false,
  needs_answer: false,
  personal_dispute: false,
  flags: new Set<string>(),
}
/** Every so many tweets about the world are learned as talk that is nobody's business here. */
const EVERY = 10

const sentimentsOf = (folder: string, lang: string): TriageLine[] =>
  rowsOf(join(folder, `text/sentiment-${lang}.jsonl`)).map((row, i) => ({
    id: `tweet-${lang}-${i}`,
    text: textOf(row.text),
    lang,
    trade: '',
    source: `tweet-${lang}`,
    sentiment: textOf(row.sentiment),
    ...(i % EVERY === 0 ? NOTHING : {}),
  }))

const turnsOf = (row: Row): string[] =>
  Array.isArray(row.turns) ? row.turns.map((turn) => textOf((turn as Row | undefined)?.text)) : []

/** All messages of the sets that only partly have labels, with their language. */
export const unlabelledTexts = (folder: string): { readonly text: string; readonly lang: string }[] => [
  ...rowsOf(join(folder, BRAND_FR)).map((row) => ({ text: textOf(row.text), lang: 'fr' })),
  ...rowsOf(join(folder, CARE_EN)).flatMap((row) => turnsOf(row).map((text) => ({ text, lang: 'en' }))),
]

/** Every so many notices of the provider itself are learned as nothing to answer. */
const noticesOf = (folder: string): TriageLine[] =>
  rowsOf(join(folder, BRAND_FR)).flatMap((row, i) =>
    row.from === 'brand' && i % (EVERY / 2) === 0
      ? [
          {
            id: `notice-${i}`,
            text: textOf(row.text),
            lang: 'fr',
            trade: '',
            source: 'brand-fr',
            sentiment: 'neutral',
            ...NOTHING,
          },
        ]
      : [],
  )

/** The public sets whose licence lets us learn from them, in a folder that holds them; what is not there is left out. */
export const lentLines = (folder: string): TriageLine[] => [
  ...linesOf(join(folder, 'triage-sample.jsonl')).map((line) => readTriageLine(line, 'sample')),
  ...sentimentsOf(folder, 'fr'),
  ...sentimentsOf(folder, 'en'),
  ...labelled('brand-fr', 'fr', new Map(rowsOf(join(folder, BRAND_FR)).map((row, i) => [String(i), textOf(row.text)]))),
  ...noticesOf(folder),
  ...labelled(
    'care-en',
    'en',
    new Map(
      rowsOf(join(folder, CARE_EN)).flatMap((row, i) =>
        turnsOf(row).map((text, turn): [string, string] => [turn === 0 ? String(i) : `${i}.${turn}`, text]),
      ),
    ),
  ),
]

/** The set of tweets to airlines, which may be measured on and never learned from. */
export const airlineLines = (folder: string): TriageLine[] =>
  rowsOf(join(folder, 'text/airline-en.jsonl')).map((row, i) => ({
    id: `airline-${i}`,
    text: textOf(row.text),
    lang: 'en',
    trade: '',
    source: 'airline',
    sentiment: textOf(row.sentiment),
  }))

/** A public set that says yes or no of each tweet, for measuring. */
export const yesNoRows = (
  folder: string,
  set: string,
  field: string,
): { readonly text: string; readonly label: string }[] =>
  rowsOf(join(folder, `text/${set}.jsonl`)).map((row) => ({
    text: textOf(row.text),
    label: String(row[field] === true),
  }))
