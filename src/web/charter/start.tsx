import { api, codeOf } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { refreshCharter } from './use-charter.ts'
import { useCharterWords } from './words.ts'

/** Before anything is written: what a charter does, and one that can be signed on the first day. */
export function Start() {
  const { w: words, language: own } = useSpeech()
  const w = useCharterWords()
  const { can } = useDesk()
  const start = async (language: 'fr' | 'en') => {
    try {
      await api.startCharter({ language })
    } catch (error) {
      sayTrouble(words.refused(codeOf(error)))
    }
    await refreshCharter()
  }
  return (
    <Page title={words.places.charter} answer={w.nothing}>
      <div className="panel">
        <p>{w.nothingNote}</p>
        {can('charter.write') ? (
          <p className="acts">
            <Button look={own === 'fr' ? 'main' : 'plain'} onPress={() => void start('fr')}>
              {w.startFr}
            </Button>
            <Button look={own === 'en' ? 'main' : 'plain'} onPress={() => void start('en')}>
              {w.startEn}
            </Button>
          </p>
        ) : (
          <p className="quiet">{w.cannotStart}</p>
        )}
      </div>
    </Page>
  )
}
