import { createHash } from 'node:crypto'
import { drawCurves } from '#core/crisis/curve.ts'
import type { ReportDocument } from '#core/crisis/report-document.ts'

const style = `
:root { color-scheme: light dark; --ink: light-dark(#0f201f, #e7efed); --quiet: light-dark(#40514f, #b5c3c0); --line: light-dark(#d2dcd9, #2b3b39);
  --late: light-dark(#b0241b, #ff9a8d); --ok: light-dark(#1e6a3c, #7fd6a0); }
body { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; background: light-dark(#fff, #0c1514); color: var(--ink);
  font: 400 1rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.15; text-wrap: balance; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.125rem; break-after: avoid; }
p { margin: 0; text-wrap: pretty; }
.headline { margin: 1rem 0 0; font-size: 1.25rem; font-weight: 700; }
ul { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 3rem 1fr; gap: .25rem .75rem; padding: .5rem 0; border-top: 1px solid var(--line); break-inside: avoid; overflow-wrap: anywhere; }
.timed li { grid-template-columns: 9rem 1fr; }
.code, time { color: var(--quiet); font-size: .875rem; }
.failed .code { color: var(--late); font-weight: 700; } .well .code { color: var(--ok); font-weight: 700; }
.advice { grid-column: 2; color: var(--quiet); font-size: .9375rem; }
svg { display: block; width: 100%; height: auto; } svg path { fill: none; stroke-width: 2; }
svg .main { stroke: var(--late); } svg .second { stroke: var(--ok); } svg .dashed { stroke: var(--quiet); stroke-dasharray: 5 4; }
svg line { stroke: var(--line); } svg text { fill: var(--quiet); font-size: 12px; }
.legend { color: var(--quiet); font-size: .875rem; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .8125rem; }
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media (max-width: 32rem) { .timed li { grid-template-columns: 1fr; } }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10.5pt; } h1 { font-size: 20pt; } }
`

const WIDTH = 680
const HEIGHT = 160

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Nothing runs in it and nothing is fetched by it: the one style is named by its hash. */
export const reportPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const chart = (one: ReportDocument['curves'][number], moment: ReportDocument['moment']): string => {
  const { paths, most, from, until } = drawCurves(one.curves, WIDTH, HEIGHT)
  const legend = one.curves.map(({ name, points }) => {
    const highest = points.reduce((max, { value }) => Math.max(max, value ?? 0), 0)
    return `${name} (max. ${Math.round(highest)})`
  })
  return `<h2>${escaped(one.title)}</h2><svg viewBox="-44 -10 ${WIDTH + 54} ${HEIGHT + 34}" role="img" aria-label="${escaped(`${one.title}: ${legend.join(', ')}`)}">
<line x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}"/><line x1="0" y1="0" x2="${WIDTH}" y2="0"/>
<text x="-6" y="4" text-anchor="end">${most}</text><text x="-6" y="${HEIGHT + 4}" text-anchor="end">0</text>
<text x="0" y="${HEIGHT + 20}">${from === null ? '' : escaped(moment(from))}</text><text x="${WIDTH}" y="${HEIGHT + 20}" text-anchor="end">${until === null ? '' : escaped(moment(until))}</text>
${paths.map(({ style: look, d }) => `<path class="${look}" d="${d}"/>`).join('')}</svg><p class="legend">${escaped(legend.join(' · '))}</p>`
}

const timed = (title: string, lines: readonly { at: string; text: string }[]): string =>
  lines.length === 0
    ? ''
    : `<h2>${escaped(title)}</h2><ul class="timed">${lines
        .map(({ at, text }) => `<li><time>${escaped(at)}</time><p>${escaped(text)}</p></li>`)
        .join('')}</ul>`

/** The report after a crisis as one page that stands alone, on a screen and on paper (M1). */
export const reportPage = (document: ReportDocument): string => {
  const { language, title, standing, headline, story, verdicts, curves, decisions, drawnUp, moment } = document
  const verdict = (one: ReportDocument['verdicts'][number]) =>
    `<h2>${escaped(one.title)}</h2><ul class="${one.verdict}">${one.lines
      .map(
        ({ code, text, advice }) =>
          `<li><span class="code">${code}</span><p>${escaped(text)}</p>${advice === null ? '' : `<p class="advice">${escaped(advice)}</p>`}</li>`,
      )
      .join('')}</ul>`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<h1>${escaped(title)}</h1>${standing.map((line) => `<p>${escaped(line)}</p>`).join('')}
<p class="headline">${escaped(headline)}</p>
${verdicts.map(verdict).join('\n')}
${curves.map((one) => chart(one, moment)).join('\n')}
${timed(story.title, story.lines)}
${timed(decisions.title, decisions.lines)}
</main><footer>${escaped(drawnUp)}</footer></body></html>`
}
