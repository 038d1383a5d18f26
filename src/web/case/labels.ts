import { api } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { speaking } from '../words/words.ts'
import { changeNow } from './change.ts'

type Label = { readonly id: string; readonly name: string; readonly colour: string }

const put = (id: string, labels: Label[], label: Label, on: boolean): Promise<boolean> => {
  const next = on ? [...labels, label] : labels.filter((l) => l.id !== label.id)
  const { w } = speaking()
  return changeNow({
    cases: [id],
    row: { labels: next },
    view: { labels: next },
    send: () => (on ? api.labelCase({ id, labelId: label.id }) : api.unlabelCase({ id, labelId: label.id })),
    done: on ? w.act.labelled(label.name) : w.act.unlabelled(label.name),
    undo: () => void put(id, next, label, !on),
  })
}

const choose = async (on: readonly string[]): Promise<Label | null> => {
  const { w } = speaking()
  const { labels } = await queryClient.ensureQueryData(queries.labels())
  const picked = await ask({
    kind: 'pick',
    title: w.act.labelTitle,
    options: [
      ...labels.map((l) => ({ id: l.id, text: l.name, on: on.includes(l.id) })),
      { id: 'new', text: w.act.newLabel },
    ],
  })
  if (picked !== 'new') return labels.find((l) => l.id === picked) ?? null
  const name = await ask({
    kind: 'words',
    title: w.act.newLabel,
    label: w.act.labelName,
    yes: w.act.create,
    required: true,
  })
  if (name === null) return null
  const made = await api.createLabel({ name: name.slice(0, 40) })
  void queryClient.invalidateQueries({ queryKey: queries.labels().queryKey })
  return made
}

/** Puts a label on a case or takes it off. */
export const askLabel = async (id: string, labels: Label[]): Promise<void> => {
  const label = await choose(labels.map((l) => l.id))
  if (label !== null) await put(id, labels, label, !labels.some((l) => l.id === label.id))
}

/** Puts one label on many cases. */
export const askLabelMany = async (ids: readonly string[]): Promise<void> => {
  const label = await choose([])
  if (label === null) return
  await changeNow({
    cases: ids,
    row: {},
    send: () => api.changeCases({ cases: [...ids], change: { kind: 'label', labelId: label.id, on: true } }),
    done: speaking().w.act.labelled(label.name),
  })
}
