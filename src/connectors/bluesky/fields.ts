import type { ConnectionField } from '../connector.ts'

export const fields: ConnectionField[] = [
  {
    name: 'handle',
    label: { fr: 'Nom du compte', en: 'Handle' },
    hint: { fr: 'Par exemple fleursduport.bsky.social', en: 'For example fleursduport.bsky.social' },
    kind: 'text',
    required: true,
  },
  {
    name: 'password',
    label: { fr: 'Mot de passe d’application', en: 'App password' },
    hint: {
      fr: 'Dans Bluesky : Paramètres, Confidentialité et sécurité, Mots de passe d’application. Jamais celui du compte.',
      en: 'In Bluesky: Settings, Privacy and security, App passwords. Never the password of the account.',
    },
    kind: 'secret',
    required: true,
  },
  {
    name: 'service',
    label: { fr: 'Serveur', en: 'Server' },
    hint: {
      fr: 'À changer si vous hébergez votre compte vous-même.',
      en: 'Change it if you host your account yourself.',
    },
    kind: 'url',
    required: false,
    initial: 'https://bsky.social',
  },
  {
    name: 'language',
    label: { fr: 'Langue de vos réponses', en: 'Language of your replies' },
    kind: 'choice',
    required: false,
    initial: 'fr',
    choices: [
      { value: 'fr', label: { fr: 'Français', en: 'French' } },
      { value: 'en', label: { fr: 'Anglais', en: 'English' } },
    ],
  },
]
