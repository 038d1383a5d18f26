import { useState } from 'react'
import { WAY_NEEDS, WAY_SHAPES, type WayShape } from '#core/notification/bulletin.ts'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useSpeech } from '../words/words.ts'
import { useAlertWords } from './alert-words.ts'

const LEVELS = [1, 2, 3, 4] as const
const EMPTY = { name: '', url: '', chat: '', numbers: '', authorization: '' }

const numbersIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.replaceAll(/[\s.()-]/g, ''))
    .filter((one) => one !== '')

/** Where alerts are to go besides: each shape asks for what its receiver needs, and for no more. */
export function NewWay({ onMade }: { onMade: (secret: string | null) => Promise<void> }) {
  const w = useAlertWords()
  const { language: spoken } = useSpeech()
  const [shape, setShape] = useState<WayShape>('standard')
  const [fromLevel, setFromLevel] = useState<(typeof LEVELS)[number]>(3)
  const [language, setLanguage] = useState<'fr' | 'en'>(spoken)
  const [form, setForm] = useState(EMPTY)
  const needs = WAY_NEEDS[shape]
  const { submit, fault, busy } = useSubmit(async () => {
    const { secret } = await api.addAlertWay({
      ...{ name: form.name.trim(), shape, fromLevel, language, url: form.url.trim() },
      ...(needs.includes('chat') && { chat: form.chat.trim() }),
      ...(needs.includes('numbers') && { numbers: numbersIn(form.numbers), authorization: form.authorization.trim() }),
    })
    setForm(EMPTY)
    await onMade(secret)
  })
  const field = (key: keyof typeof EMPTY) => ({
    value: form[key],
    onChange: (e: { target: { value: string } }) => setForm({ ...form, [key]: e.target.value }),
  })
  return (
    <form onSubmit={submit} className="stack new-way">
      <Choice
        label={w.shape}
        value={shape}
        onChange={(e) => setShape(WAY_SHAPES.find((one) => one === e.target.value) ?? shape)}
      >
        {WAY_SHAPES.map((one) => (
          <option key={one} value={one}>
            {w.shapes[one]}
          </option>
        ))}
      </Choice>
      <TextField label={w.name} required maxLength={80} {...field('name')} />
      <TextField label={w.url} hint={w.hints[shape]} required maxLength={2_000} autoComplete="off" {...field('url')} />
      {needs.includes('chat') && <TextField label={w.chat} required maxLength={100} {...field('chat')} />}
      {needs.includes('numbers') && (
        <>
          <TextField label={w.numbers} hint={w.numbersHint} required {...field('numbers')} />
          <TextField
            label={w.authorization}
            hint={w.authorizationHint}
            type="password"
            autoComplete="off"
            maxLength={1_000}
            {...field('authorization')}
          />
        </>
      )}
      <Choice
        label={w.level}
        value={String(fromLevel)}
        onChange={(e) => setFromLevel(LEVELS.find((one) => String(one) === e.target.value) ?? fromLevel)}
      >
        {LEVELS.map((level) => (
          <option key={level}>{level}</option>
        ))}
      </Choice>
      <Choice label={w.language} value={language} onChange={(e) => setLanguage(e.target.value === 'en' ? 'en' : 'fr')}>
        <option value="fr">Français</option>
        <option value="en">English</option>
      </Choice>
      <Fault text={fault} />
      <p className="acts">
        <Button type="submit" look="main" isDisabled={busy || form.name.trim() === '' || form.url.trim() === ''}>
          {w.add}
        </Button>
      </p>
    </form>
  )
}
