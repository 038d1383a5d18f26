import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { printable, type Run, runsOf } from './printable.ts'

const require = createRequire(import.meta.url)
const fontFile = (subset: string, weight: number): string =>
  require.resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
  )

export const MARGIN = 56
export const INK = '#0f201f'
export const QUIET = '#40514f'
export const LINE = '#d2dcd9'

export type Look = {
  readonly weight: 'plain' | 'bold'
  readonly size: number
  readonly colour: string
  readonly after: number
}

export type Pdf = InstanceType<typeof PDFDocument>

const fontName = ({ subset }: Run, { weight }: Look): string => `${subset}-${weight}`

/** Letters beyond western Europe are in a font file of their own. */
export const write = (pdf: Pdf, text: string, look: Look): void => {
  const runs = runsOf(text)
  pdf.fontSize(look.size).fillColor(look.colour)
  for (const [at, run] of runs.entries())
    pdf.font(fontName(run, look)).text(run.text, { continued: at < runs.length - 1, lineGap: 2 })
  pdf.y += look.after
}

/** A heading does not stand alone at the foot of a page. */
export const keepTogether = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}

/** A hair across the page, above what follows. */
export const rule = (pdf: Pdf): void => {
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(pdf.page.width - MARGIN, pdf.y)
    .lineWidth(0.5)
    .stroke(LINE)
  pdf.y += 5
}

/** Once the number of pages is known: what each sheet belongs to, and which of how many it is. */
const writeFoots = (pdf: Pdf, foot: string, pageOf: (page: number, pages: number) => string): void => {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Below the margin, where text would otherwise open a page.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - 36
    const width = pdf.page.width - 2 * MARGIN
    pdf.font('latin-plain').fontSize(8).fillColor(QUIET)
    pdf.text(printable(foot), MARGIN, y, { width: width - 60, lineBreak: false, ellipsis: true })
    pdf.text(pageOf(page + 1, count), MARGIN, y, { width, align: 'right', lineBreak: false })
  }
}

interface Sheet {
  language: string
  title: string
  foot: string
  madeAt: Date
  pageOf(page: number, pages: number): string
}

/** A document on A4 with its fonts inside: the same on every machine. */
export const printPdf = (sheet: Sheet, writeBody: (pdf: Pdf) => void): Promise<Buffer> => {
  const { language, title, madeAt } = sheet
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: 64, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: language,
    info: { Title: title, Producer: 'Vigie', Creator: 'Vigie', CreationDate: madeAt, ModDate: madeAt },
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
  writeBody(pdf)
  writeFoots(pdf, sheet.foot, sheet.pageOf)
  pdf.end()
  return whole
}
