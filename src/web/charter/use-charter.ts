import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CharterVersion } from '#contract/charter.ts'
import type { Charter } from '#core/charter/charter.ts'
import type { Article, Names } from '#core/charter/clause.ts'
import { api, codeOf, isRefused, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { tidy } from './tidy.ts'
import { useCharterWords } from './words.ts'

export type Version = Omit<CharterVersion, 'charter'> & { readonly charter: Charter }
/** The wire writes an absent replacement as `undefined`; there is none either way. */
const asVersion = (version: CharterVersion): Version => ({ ...version, charter: version.charter as Charter })

const key = () => [workspaceId(), 'charter']
export const refreshCharter = () => queryClient.invalidateQueries({ queryKey: key() })

export const useCharter = () => {
  const { data } = useQuery({ queryKey: key(), queryFn: () => api.readCharter() })
  if (data === undefined) return null
  const networks = new Map(data.networks.map(({ connector, network }) => [connector, network]))
  const accounts = new Map(data.accounts.map(({ id, name }) => [id, name]))
  const names: Names = {
    network: (connector) => networks.get(connector) ?? connector,
    account: (id) => accounts.get(id) ?? id,
  }
  return {
    ...data,
    names,
    inForce: data.inForce === null ? null : asVersion(data.inForce),
    draft: data.draft === null ? null : asVersion(data.draft),
  }
}
export type CharterData = NonNullable<ReturnType<typeof useCharter>>

/** What is being written, one article at a time, on top of the version that is shown. */
export const useEditing = (base: Version) => {
  const words = useWords()
  const w = useCharterWords()
  const [article, setArticle] = useState<Article | null>(null)
  // What was written of one article alone: a colleague's work on the others stays.
  const [written, setWritten] = useState<Partial<Charter> | null>(null)
  const charter: Charter = { ...base.charter, ...written }
  const stop = () => {
    setArticle(null)
    setWritten(null)
  }
  const keep = async () => {
    try {
      const { number, revision } = base
      const made = await api.editCharter({ number, revision, charter: tidy(charter) })
      await refreshCharter()
      stop()
      sayDone(w.kept(made.number))
    } catch (error) {
      // What was typed stays on the screen, to be kept on top of what somebody else wrote.
      if (isRefused(error, 'charter-moved-on')) await refreshCharter()
      sayTrouble(words.refused(codeOf(error)))
    }
  }
  return {
    article,
    charter,
    isChanged: written !== null,
    open: (which: Article) => {
      setWritten(null)
      setArticle(which)
    },
    put: (change: Partial<Charter>) => setWritten({ ...written, ...change }),
    keep,
    stop,
  }
}
export type Editing = ReturnType<typeof useEditing>
