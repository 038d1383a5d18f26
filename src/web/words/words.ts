import { useSyncExternalStore } from 'react'
import { type Format, type Language, makeFormat } from './format.ts'
import type { Words } from './fr.ts'

export type { Format, Language } from './format.ts'
export type { Words } from './fr.ts'

/** Everything a screen needs to speak: `w` the sentences, `f` the dates and figures. */
export type Speech = { readonly language: Language; readonly w: Words; readonly f: Format }

const load: { readonly [L in Language]: () => Promise<Words> } = {
  fr: () => import('./fr.ts').then((m) => m.fr),
  en: () => import('./en.ts').then((m) => m.en),
}

let speech: Speech | null = null
const listeners = new Set<() => void>()

/** Fetches a language and speaks it from then on; only one language is ever in the first load. */
export const speak = async (language: Language): Promise<void> => {
  if (speech?.language === language) return
  const w = await load[language]()
  speech = { language, w, f: makeFormat(language) }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

export const speaking = (): Speech => {
  if (speech === null) throw new Error('the words are asked before a language was loaded')
  return speech
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSpeech = (): Speech => useSyncExternalStore(subscribe, speaking)
export const useWords = (): Words => useSpeech().w
