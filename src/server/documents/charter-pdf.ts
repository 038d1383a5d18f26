import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { CharterDocument } from '#core/charter/document.ts'
import { printable, type Run, runsOf } from './printable.ts'

const require = createRequire(import.meta.url)
const fontFile = (subset: string, weight: number): string =>
  require.resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
  )

const MARGIN = 56
const INK = '#0f201f'
const QUIET = '#40514f'
const LINE = '#d2dcd9'

type Look = {
  readonly weight: 'plain' | 'bold'
  readonly size: number
  readonly colour: string
  readonly after: number
}
const looks = {
  title: { weight: 'bold', size: 22, colour: INK, after: 4 },
  standing: { weight: 'plain', size: 11, colour: QUIET, after: 2 },
  article: { weight: 'bold', size: 13, colour: INK, after: 5 },
  sentence: { weight: 'plain', size: 10.5, colour: INK, after: 1 },
  keptBy: { weight: 'plain', size: 8.5, colour: QUIET, after: 6 },
} as const satisfies Record<string, Look>

type Pdf = InstanceType<typeof PDFDocument>

/** Letters beyond western Europe are in a font file of their own. */
const write = (pdf: Pdf, text: string, look: Look): void => {
  const runs = runsOf(text)
  pdf.fontSize(look.size).fillColor(look.colour)
  for (const [at, run] of runs.entries())
    pdf.font(fontName(run, look)).text(run.text, { continued: at < runs.length - 1, lineGap: 2 })
  pdf.y += look.after
}
const fontName = ({ subset }: Run, { weight }: Look): string => `${subset}-${weight}`

/** A heading does not stand alone at the foot of a page. */
const keepTogether = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}

const writeBody = (pdf: Pdf, document: CharterDocument): void => {
  write(pdf, document.title, looks.title)
  for (const line of document.standing) write(pdf, line, looks.standing)
  for (const [at, article] of document.articles.entries()) {
    pdf.y += 12
    keepTogether(pdf, 70)
    write(pdf, `${at + 1}. ${article.title}`, looks.article)
    if (article.keptBy !== null) write(pdf, article.keptBy, looks.keptBy)
    for (const { sentence, keptBy } of article.clauses) {
      keepTogether(pdf, 34)
      pdf
        .moveTo(MARGIN, pdf.y)
        .lineTo(pdf.page.width - MARGIN, pdf.y)
        .lineWidth(0.5)
        .stroke(LINE)
      pdf.y += 5
      write(pdf, sentence, looks.sentence)
      if (keptBy === null) pdf.y += 4
      else write(pdf, keptBy, looks.keptBy)
    }
  }
  pdf.y += 12
  keepTogether(pdf, 70)
  write(pdf, document.approvals.title, looks.article)
  for (const line of document.approvals.lines) write(pdf, line, looks.sentence)
}

/** Once the number of pages is known: which version each sheet belongs to, and which of how many it is. */
const writeFoots = (pdf: Pdf, document: CharterDocument): void => {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Below the margin, where text would otherwise open a page.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - 36
    const width = pdf.page.width - 2 * MARGIN
    pdf.font('latin-plain').fontSize(8).fillColor(QUIET)
    const left = printable(`${document.title} · ${document.standing[0] ?? ''} · ${document.drawnUp}`)
    pdf.text(left, MARGIN, y, { width: width - 60, lineBreak: false, ellipsis: true })
    pdf.text(document.pageOf(page + 1, count), MARGIN, y, { width, align: 'right', lineBreak: false })
  }
}

/** The agreement as both sides file it, with its fonts inside: the same on every machine (H1). */
export const charterPdf = (document: CharterDocument, madeAt: Date): Promise<Buffer> => {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: 64, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: document.language,
    info: { Title: document.title, Producer: 'Vigie', Creator: 'Vigie', CreationDate: madeAt, ModDate: madeAt },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(pieces)))
    pdf.on('error', reject)
  })
  for (const subset of ['latin', 'latin-ext'] as const)
    for (const [weight, figure] of [
      ['plain', 400],
      ['bold', 700],
    ] as const)
      pdf.registerFont(`${subset}-${weight}`, fontFile(subset, figure))
  writeBody(pdf, document)
  writeFoots(pdf, document)
  pdf.end()
  return whole
}
