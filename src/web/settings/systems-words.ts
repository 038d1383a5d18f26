import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'

const source = {
  note: 'Une boutique en ligne, un transporteur, un service après-vente : chacun peut rapporter des faits dans un dossier, avec leur preuve.',
  adminOnly: 'Seule l’administration relie un système de la marque.',
  name: 'Nom du système',
  nameHint: 'Il sera écrit à côté de chaque fait qu’il rapporte.',
  add: 'Relier un système',
  once: 'Copiez ces clés maintenant : elles ne seront plus jamais montrées.',
  address: 'Adresse pour un jeton',
  token: 'Jeton',
  hookAddress: 'Adresse pour un webhook signé',
  secret: 'Secret du webhook',
  seen: 'C’est copié',
  neverUsed: 'n’a encore rien rapporté',
  lastUsed: (ago: string) => `a rapporté un fait ${ago}`,
  wasCut: 'coupé',
  cut: 'Couper',
  cutTitle: (name: string) => `Couper ${name} ?`,
  cutText: 'Ses clés ne valent plus rien dès maintenant. Ce qu’il a rapporté reste aux dossiers.',
}
type SystemWords = typeof source

const fr = typesetAll(source, typesetFrench)

const en: SystemWords = {
  note: 'An online shop, a carrier, an after-sales desk: each may tell facts into a case file, with their proof.',
  adminOnly: 'Only an administrator connects a system of the brand.',
  name: 'Name of the system',
  nameHint: 'It will stand beside each fact that it tells.',
  add: 'Connect a system',
  once: 'Copy these keys now: they will never be shown again.',
  address: 'Address for a token',
  token: 'Token',
  hookAddress: 'Address for a signed webhook',
  secret: 'Webhook secret',
  seen: 'Copied',
  neverUsed: 'has told nothing yet',
  lastUsed: (ago: string) => `told a fact ${ago}`,
  wasCut: 'cut off',
  cut: 'Cut off',
  cutTitle: (name: string) => `Cut ${name} off?`,
  cutText: 'Its keys are worth nothing from now on. What it told stays on file.',
}

export const useSystemWords = (): SystemWords => (useSpeech().language === 'fr' ? fr : en)
