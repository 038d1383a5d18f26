import type { Instant } from '#core/time.ts'

export type CurvePoint = { readonly at: Instant; readonly value: number | null }
export type Curve = {
  readonly name: string
  readonly style: 'main' | 'dashed' | 'second'
  readonly points: readonly CurvePoint[]
}

/** Curves in a box, ready to be drawn on a page or on paper: paths, and what stands at the edges. */
export type Drawn = {
  readonly paths: readonly { readonly name: string; readonly style: Curve['style']; readonly d: string }[]
  readonly most: number
  readonly from: Instant | null
  readonly until: Instant | null
}

const NICE = [1, 2, 5] as const

/** The next round figure: an axis that ends at 187 is read by nobody. */
export const roundUp = (value: number): number => {
  if (value <= 5) return 5
  const power = 10 ** Math.floor(Math.log10(value))
  return NICE.map((n) => n * power).find((n) => n >= value) ?? 10 * power
}

const place = (n: number): string => (Math.round(n * 10) / 10).toString()

/** Draws curves over one stretch of time and one scale; a gap in what is known is a gap in the line (M1). */
export const drawCurves = (curves: readonly Curve[], width: number, height: number): Drawn => {
  const all = curves.flatMap(({ points }) => points)
  const times = all.map(({ at }) => at)
  const [from, until] =
    times.length === 0 ? [null, null] : [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))]
  const most = roundUp(all.reduce((max, { value }) => Math.max(max, value ?? 0), 0))
  const x = (at: Instant): string =>
    place(from === null || until === null || until === from ? 0 : ((at - from) / (until - from)) * width)
  const y = (value: number): string => place(height - (value / most) * height)
  const paths = curves.map(({ name, style, points }) => {
    let isGap = true
    const d = points
      .map(({ at, value }) => {
        if (value === null) {
          isGap = true
          return ''
        }
        const step = `${isGap ? 'M' : 'L'}${x(at)} ${y(value)}`
        isGap = false
        return step
      })
      .join('')
    return { name, style, d }
  })
  return { paths, most, from, until }
}
