/** Longer than anything that a network may hand over in one piece. */
export const HUGE = 'é<b>'.repeat(1_500_000)
/** What people and machines put where something else belongs. */
export const HOSTILE: unknown[] = [
  null,
  [],
  {},
  '',
  'x',
  0,
  -1,
  1e308,
  true,
  '\u0000',
  '\ud800',
  '\u202e',
  '9999-99-99',
  '1e400',
  '<script>',
  'javascript:alert(1)',
  HUGE,
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
]

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number }

/** Every place of a receipt where a value stands. */
export const placesOf = (value: unknown, found: Place[] = []): Place[] => {
  if (Array.isArray(value)) {
    value.forEach((inner, key) => {
      found.push({ holder: value, key })
      placesOf(inner, found)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      found.push({ holder: value as Record<string, unknown>, key })
      placesOf(inner, found)
    }
  }
  return found
}

/** The same receipt with one place of it spoilt. */
export const spoilt = (body: unknown, at: number, fault: unknown): unknown => {
  const copy = structuredClone(body)
  const all = placesOf(copy)
  const place = all[at % Math.max(1, all.length)]
  if (!place) return fault
  if (Array.isArray(place.holder)) place.holder[Number(place.key)] = fault
  else place.holder[String(place.key)] = fault
  return copy
}
