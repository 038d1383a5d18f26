import type { ConnectionField } from '#connectors/connector.ts'

const isFault = (field: ConnectionField, value: string): boolean => {
  if (value === '') return field.required
  switch (field.kind) {
    case 'url':
      return !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)
    case 'number':
      return !/^-?\d{1,15}(\.\d{1,6})?$/.test(value)
    case 'email':
      return !/^[^\s@]+@[^\s@]+$/.test(value)
    case 'choice':
      return !field.choices?.some((choice) => choice.value === value)
    case 'switch':
      return value !== 'true' && value !== 'false'
    default:
      return false
  }
}

/** What was given, or what the form starts with. */
export const givenValue = (field: ConnectionField, credentials: Readonly<Record<string, string>>): string =>
  (credentials[field.name] ?? field.initial ?? '').trim()

/** The fields of a connection form that are missing, malformed, or not asked for, before any network is troubled with them. */
export const findCredentialFaults = (
  fields: readonly ConnectionField[],
  credentials: Readonly<Record<string, string>>,
): string[] => [
  ...fields.filter((field) => isFault(field, givenValue(field, credentials))).map(({ name }) => name),
  ...Object.keys(credentials).filter((name) => !fields.some((field) => field.name === name)),
]
