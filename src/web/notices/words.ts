import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type NoticeSettingWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of this section, which come with it and not with the first load. */
export const useNoticeWords = (): NoticeSettingWords => (useSpeech().language === 'fr' ? fr : en)
