import type { ReactNode } from 'react'
import { useTitle } from './use-title.ts'
import './page.css'

/** A screen other than the inbox: its name, its question answered in one sentence, then what stands behind the sentence. */
export function Page({
  title,
  answer,
  tone = 'calm',
  acts,
  children,
}: {
  title: string
  answer: ReactNode
  tone?: 'calm' | 'late'
  acts?: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className={tone === 'late' ? 'page-answer late' : 'page-answer'}>{answer}</p>
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </section>
  )
}

export function Panel({ title, children, note }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {note !== undefined && <p className="panel-note">{note}</p>}
      {children}
    </section>
  )
}
