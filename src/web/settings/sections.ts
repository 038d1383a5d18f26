/** The sections of the two settings screens, as their addresses name them. */
export const settingsSections = [
  'promises',
  'hours',
  'private-ways',
  'labels',
  'systems',
  'alerts',
  'access',
  'brand',
] as const
export const meSections = ['look', 'notices', 'shortcuts', 'sessions', 'password', 'security'] as const
