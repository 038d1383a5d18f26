import { drawCurves } from '#core/crisis/curve.ts'
import type { ReportDocument } from '#core/crisis/report-document.ts'
import { INK, keepTogether, LINE, type Look, MARGIN, type Pdf, printPdf, QUIET, rule, write } from './paper.ts'
import { printable } from './printable.ts'

const LATE = '#b0241b'
const WELL = '#1e6a3c'
const HEIGHT = 120

const looks = {
  title: { weight: 'bold', size: 22, colour: INK, after: 4 },
  standing: { weight: 'plain', size: 11, colour: QUIET, after: 2 },
  headline: { weight: 'bold', size: 14, colour: INK, after: 4 },
  section: { weight: 'bold', size: 13, colour: INK, after: 5 },
  sentence: { weight: 'plain', size: 10.5, colour: INK, after: 3 },
  quiet: { weight: 'plain', size: 9, colour: QUIET, after: 5 },
} as const satisfies Record<string, Look>

const colours = { main: LATE, second: WELL, dashed: QUIET } as const

const section = (pdf: Pdf, title: string, height = 70): void => {
  pdf.y += 12
  keepTogether(pdf, height)
  write(pdf, title, looks.section)
}

const writeChart = (pdf: Pdf, one: ReportDocument['curves'][number], moment: ReportDocument['moment']): void => {
  section(pdf, one.title, HEIGHT + 80)
  const width = pdf.page.width - 2 * MARGIN - 30
  const { paths, most, from, until } = drawCurves(one.curves, width, HEIGHT)
  const [x, y] = [MARGIN + 30, pdf.y + 6]
  pdf.font('latin-plain').fontSize(8).fillColor(QUIET)
  for (const [value, at] of [
    [most, y],
    [0, y + HEIGHT],
  ] as const) {
    pdf
      .moveTo(x, at)
      .lineTo(x + width, at)
      .lineWidth(0.5)
      .stroke(LINE)
    pdf.text(String(value), MARGIN, at - 4, { width: 26, align: 'right', lineBreak: false })
  }
  for (const { style, d } of paths) {
    if (d === '') continue
    pdf.save().translate(x, y).path(d).lineWidth(1.2)
    if (style === 'dashed') pdf.dash(4, { space: 3 })
    pdf.stroke(colours[style]).restore()
  }
  const label = (at: number | null) => (at === null ? '' : printable(moment(at)))
  pdf.fillColor(QUIET).text(label(from), x, y + HEIGHT + 6, { width, lineBreak: false })
  pdf.text(label(until), x, y + HEIGHT + 6, { width, align: 'right', lineBreak: false })
  pdf.x = MARGIN
  pdf.y = y + HEIGHT + 20
  write(
    pdf,
    one.curves.map(({ name, style }) => `${name}${style === 'dashed' ? ' (- - -)' : ''}`).join(' · '),
    looks.quiet,
  )
}

const writeTimed = (pdf: Pdf, title: string, lines: readonly { at: string; text: string }[]): void => {
  if (lines.length === 0) return
  section(pdf, title)
  for (const { at, text } of lines) {
    keepTogether(pdf, 30)
    rule(pdf)
    write(pdf, `${at}. ${text}`, looks.sentence)
  }
}

const writeBody = (pdf: Pdf, document: ReportDocument): void => {
  write(pdf, document.title, looks.title)
  for (const line of document.standing) write(pdf, line, looks.standing)
  pdf.y += 8
  write(pdf, document.headline, looks.headline)
  for (const { verdict, title, lines } of document.verdicts) {
    section(pdf, title)
    for (const { code, text, advice } of lines) {
      keepTogether(pdf, 40)
      rule(pdf)
      const colour = verdict === 'failed' ? LATE : INK
      write(pdf, `${code}. ${text}`, { ...looks.sentence, colour })
      if (advice !== null) write(pdf, advice, looks.quiet)
    }
  }
  for (const one of document.curves) writeChart(pdf, one, document.moment)
  writeTimed(pdf, document.story.title, document.story.lines)
  writeTimed(pdf, document.decisions.title, document.decisions.lines)
}

/** The report after a crisis, to be filed and handed over, with its fonts inside: the same on every machine (M1). */
export const reportPdf = (document: ReportDocument, madeAt: Date): Promise<Buffer> => {
  const { language, title, drawnUp, pageOf } = document
  return printPdf({ language, title, foot: `${title} · ${drawnUp}`, madeAt, pageOf }, (pdf) => writeBody(pdf, document))
}
