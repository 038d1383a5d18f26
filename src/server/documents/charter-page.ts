import { createHash } from 'node:crypto'
import type { CharterDocument } from '#core/charter/document.ts'

const style = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; background: light-dark(#fff, #0c1514); color: light-dark(#0f201f, #e7efed);
  font: 400 1rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.15; text-wrap: balance; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.125rem; break-after: avoid; }
p { margin: 0; text-wrap: pretty; }
ol { margin: 0; padding: 0; list-style: none; counter-reset: article; }
ol > li > h2::before { counter-increment: article; content: counter(article) ". "; }
ul { margin: 0; padding: 0; list-style: none; }
ul li { padding: .5rem 0; border-top: 1px solid light-dark(#d2dcd9, #2b3b39); break-inside: avoid; overflow-wrap: anywhere; }
h2 + small { margin: -.375rem 0 .5rem; }
small { display: block; color: light-dark(#40514f, #b5c3c0); font-size: .8125rem; }
footer { margin-top: 3rem; color: light-dark(#40514f, #b5c3c0); font-size: .8125rem; }
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10.5pt; } h1 { font-size: 20pt; } }
`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Nothing runs in it and nothing is fetched by it: the one style is named by its hash. */
export const charterPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const note = (keptBy: string | null): string => (keptBy === null ? '' : `<small>${escaped(keptBy)}</small>`)

/** The agreement as one page that stands alone, on a screen and on paper. */
export const charterPage = (document: CharterDocument): string => {
  const { language, title, standing, articles, approvals, drawnUp } = document
  const article = (one: CharterDocument['articles'][number]) =>
    `<li><h2>${escaped(one.title)}</h2>${note(one.keptBy)}<ul>${one.clauses
      .map(({ sentence, keptBy }) => `<li><p>${escaped(sentence)}</p>${note(keptBy)}</li>`)
      .join('')}</ul></li>`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<h1>${escaped(title)}</h1>${standing.map((line) => `<p>${escaped(line)}</p>`).join('')}
<ol>${articles.map(article).join('\n')}</ol>
<h2>${escaped(approvals.title)}</h2><ul>${approvals.lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
</main><footer>${escaped(drawnUp)}</footer></body></html>`
}
