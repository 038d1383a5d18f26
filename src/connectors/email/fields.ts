import type { ConnectionField, Words } from '../connector.ts'

const SECURITY: NonNullable<ConnectionField['choices']> = [
  { value: 'tls', label: { fr: 'TLS (le plus courant)', en: 'TLS (the usual one)' } },
  { value: 'starttls', label: { fr: 'STARTTLS', en: 'STARTTLS' } },
  { value: 'none', label: { fr: 'Aucun (serveur de cette machine)', en: 'None (a server on this machine)' } },
]

const text = (name: string, label: Words, hint?: Words, initial?: string): ConnectionField => ({
  name,
  label,
  kind: 'text',
  required: false,
  ...(hint === undefined ? {} : { hint }),
  ...(initial === undefined ? {} : { initial }),
})

const server = (name: 'imap' | 'smtp', label: string, port: string): ConnectionField[] => [
  {
    ...text(
      `${name}Host`,
      { fr: `Serveur ${label}`, en: `${label} server` },
      { fr: `Par exemple ${name}.fleursduport.fr`, en: `For example ${name}.fleursduport.fr` },
    ),
    required: true,
  },
  {
    name: `${name}Port`,
    label: { fr: `Port ${label}`, en: `${label} port` },
    kind: 'number',
    required: false,
    initial: port,
  },
  {
    name: `${name}Security`,
    label: { fr: `Chiffrement ${label}`, en: `${label} encryption` },
    kind: 'choice',
    required: false,
    initial: 'tls',
    choices: SECURITY,
  },
]

export const fields: ConnectionField[] = [
  {
    name: 'address',
    label: { fr: 'Adresse', en: 'Address' },
    hint: { fr: 'Celle à laquelle vos clients écrivent', en: 'The one that your customers write to' },
    kind: 'email',
    required: true,
  },
  text(
    'name',
    { fr: 'Nom affiché', en: 'Name shown' },
    { fr: 'Ce que vos clients lisent à côté de l’adresse', en: 'What your customers read beside the address' },
  ),
  {
    name: 'password',
    label: { fr: 'Mot de passe', en: 'Password' },
    hint: {
      fr: 'Beaucoup de fournisseurs demandent un mot de passe d’application, créé dans les réglages du compte.',
      en: 'Many providers want an app password, made in the settings of the account.',
    },
    kind: 'secret',
    required: true,
  },
  text(
    'user',
    { fr: 'Identifiant', en: 'User name' },
    { fr: 'S’il n’est pas l’adresse elle-même', en: 'If it is not the address itself' },
  ),
  ...server('imap', 'IMAP', '993'),
  ...server('smtp', 'SMTP', '465'),
  text(
    'smtpUser',
    { fr: 'Identifiant SMTP', en: 'SMTP user name' },
    { fr: 'S’il diffère', en: 'If it is another one' },
  ),
  {
    name: 'smtpPassword',
    label: { fr: 'Mot de passe SMTP', en: 'SMTP password' },
    hint: { fr: 'S’il diffère', en: 'If it is another one' },
    kind: 'secret',
    required: false,
  },
  text(
    'folder',
    { fr: 'Dossier à écouter', en: 'Folder to listen to' },
    { fr: 'Celui où arrivent les messages des clients', en: 'Where the customers’ mails arrive' },
    'INBOX',
  ),
  {
    name: 'selfSigned',
    label: { fr: 'Accepter un certificat maison', en: 'Take a certificate of your own' },
    hint: {
      fr: 'Seulement pour un serveur que la configuration de Vigie nomme (VIGIE_ALLOW_HOSTS).',
      en: 'Only for a server that the configuration of Vigie names (VIGIE_ALLOW_HOSTS).',
    },
    kind: 'switch',
    required: false,
    initial: 'false',
  },
]
