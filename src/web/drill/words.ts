import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type DrillWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of drills, which come with their screen. */
export const useDrillWords = (): DrillWords => (useSpeech().language === 'fr' ? fr : en)

/** What a scenario says in both languages, in the reader’s; set as French is. */
export const useSaid = () => {
  const { language } = useSpeech()
  return (words: { readonly fr: string; readonly en: string }): string =>
    language === 'fr' ? typesetFrench(words.fr) : words.en
}
