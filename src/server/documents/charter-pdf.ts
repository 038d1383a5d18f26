import type { CharterDocument } from '#core/charter/document.ts'
import { INK, keepTogether, type Look, type Pdf, printPdf, QUIET, rule, write } from './paper.ts'

const looks = {
  title: { weight: 'bold', size: 22, colour: INK, after: 4 },
  standing: { weight: 'plain', size: 11, colour: QUIET, after: 2 },
  article: { weight: 'bold', size: 13, colour: INK, after: 5 },
  sentence: { weight: 'plain', size: 10.5, colour: INK, after: 1 },
  keptBy: { weight: 'plain', size: 8.5, colour: QUIET, after: 6 },
} as const satisfies Record<string, Look>

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
      rule(pdf)
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

/** The agreement as both sides file it, with its fonts inside: the same on every machine (H1). */
export const charterPdf = (document: CharterDocument, madeAt: Date): Promise<Buffer> => {
  const { language, title, drawnUp, pageOf } = document
  const foot = `${title} · ${document.standing[0] ?? ''} · ${drawnUp}`
  return printPdf({ language, title, foot, madeAt, pageOf }, (pdf) => writeBody(pdf, document))
}
