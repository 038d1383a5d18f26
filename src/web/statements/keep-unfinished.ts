import { type RefObject, useEffect, useRef } from 'react'
import { api, lastWords } from '../api.ts'
import { createKeeper, type Unfinished } from './unfinished.ts'

const keeper = createKeeper((draft) => api.saveStatementDraft(draft))

/** What was typed last is on the server before anybody asks what is there. */
export const keptSoFar = (): Promise<void> => keeper.flush()
export const dropUnfinished = (): Promise<void> => keeper.drop()
/** A page without a word: what was begun on it is thrown away. */
export const throwAway = async (draft: Omit<Unfinished, 'words'>): Promise<void> => {
  const nothing = {
    common: '',
    own: {},
    on: [],
    preparedId: null,
    nextAt: '',
    when: { later: false, day: '', hour: '' },
  }
  await keeper.drop()
  keeper.keep({ ...draft, words: nothing })
  await keeper.flush()
}

const saveLast = () => void keeper.flush((draft) => lastWords.saveStatementDraft(draft))

/** Keeps what is on the page once somebody has changed something on it, and when they leave it. */
export const useKeepUnfinished = (draft: Unfinished, isTouched: RefObject<boolean>): void => {
  const said = JSON.stringify(draft)
  const known = useRef(said)
  useEffect(() => {
    if (!isTouched.current || known.current === said) return
    known.current = said
    keeper.keep(draft)
  })
  useEffect(() => {
    const leave = () => document.hidden && saveLast()
    const back = () => void keeper.flush()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', saveLast)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', saveLast)
      window.removeEventListener('online', back)
      void keeper.flush()
    }
  }, [])
}
