import { memo } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { knownFacts } from '#core/case-file/known-facts.ts'
import { wordingFor } from '#core/case-file/wording.ts'
import { languageOf } from '#core/guard/reading/language.ts'
import { readDraft, writeDraft } from '../composer/draft-store.ts'
import { focusBox } from '../composer/focus.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { useFileWords } from './file-words.ts'
import './file-lines.css'

/** Sentences that are true of the case as it stands, in the customer's language, one press away (G4, P4). */
export const FileLines = memo(function FileLines({ view, mode }: { view: CaseView; mode: 'public' | 'private' }) {
  const { language } = useSpeech()
  const words = useFileWords()
  const said = view.guard.incoming
  const theirs = languageOf({ text: said, folded: said.toLowerCase() }, language)
  const facts = view.facts.map(({ kind, status }) => ({ kind, status }))
  const lines = wordingFor({
    facts: knownFacts(facts, view.owner?.id ?? null),
    settled: view.settledAt !== null,
    ownerName: view.owner?.name ?? null,
  })
  const insert = (line: string) => {
    const text = readDraft(view.id, mode)
    writeDraft(view.id, mode, text.trim() === '' ? line : `${text.trimEnd()} ${line}`)
    requestAnimationFrame(focusBox)
  }
  return (
    <div className="file-lines">
      <span className="small quiet">{words.now}</span>
      {lines.map(({ key, text }) => (
        <Button
          key={key}
          look="link"
          small
          lang={theirs}
          aria-label={words.insert(text[theirs])}
          onPress={() => insert(text[theirs])}
        >
          {text[theirs]}
        </Button>
      ))}
    </div>
  )
})
