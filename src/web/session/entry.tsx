import { IconEye } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../ui/button.tsx'
import { speak, useSpeech } from '../words/words.ts'
import './entry.css'

/** The frame of the doors: sign in, set up, join. Another language is one press away. */
export function Entry({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  const { w, language } = useSpeech()
  useEffect(() => {
    document.title = `${title}, Vigie`
  }, [title])
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <main className="entry">
      <div className="entry-card">
        <p className="entry-brand">
          <IconEye aria-hidden="true" size={24} />
          Vigie
        </p>
        <h1>{title}</h1>
        <p className="quiet">{text}</p>
        {children}
      </div>
      <p className="entry-foot">
        <Button look="link" small onPress={() => void speak(other)}>
          <span lang={other}>{w.entry.otherLanguage}</span>
        </Button>
      </p>
    </main>
  )
}
