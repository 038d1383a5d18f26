import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { LabelMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'

const refresh = () => queryClient.invalidateQueries({ queryKey: queries.labels().queryKey })

/** The brand's labels: what cases are about, in its own words. */
export function Labels() {
  const w = useWords()
  const { can } = useDesk()
  const { data } = useQuery(queries.labels())
  const [name, setName] = useState('')
  const [colour, setColour] = useState('#0a5f63')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.createLabel({ name: name.trim(), colour })
    setName('')
    await refresh()
  })
  const drop = async (id: string, text: string) => {
    const sure = await ask({
      kind: 'confirm',
      title: w.settings.dropLabelTitle(text),
      text: w.settings.dropLabelText,
      yes: w.settings.drop,
      danger: true,
    })
    if (sure === null) return
    try {
      await api.deleteLabel({ id })
      await refresh()
      sayDone(w.settings.labelDropped(text))
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Panel title={w.settings.names.labels} note={w.settings.labelsNote}>
      <ul className="label-list">
        {(data?.labels ?? []).map((label) => (
          <li key={label.id}>
            <LabelMark name={label.name} colour={label.colour} />
            {can('settings.write') && (
              <Button
                small
                look="quiet"
                aria-label={w.settings.dropLabel(label.name)}
                onPress={() => void drop(label.id, label.name)}
              >
                {w.settings.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {can('case.work') && (
        <form className="form-line" onSubmit={submit}>
          <TextField
            label={w.act.labelName}
            required
            maxLength={40}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <TextField
            label={w.channels.colour}
            type="color"
            value={colour}
            onChange={(e) => setColour(e.target.value)}
          />
          <Button type="submit" isDisabled={busy}>
            {w.act.create}
          </Button>
        </form>
      )}
      <Fault text={fault} />
    </Panel>
  )
}
