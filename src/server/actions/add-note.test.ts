import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMentions } from './add-note.ts'

const team = [
  { id: '1', name: 'Sarah Duval' },
  { id: '2', name: 'Sarah' },
  { id: '3', name: 'Aïcha Morel' },
]
const named = (text: string) => findMentions(text, team).map((m) => m.id)

test('a note tells whoever it names, with or without accents', () => {
  assert.deepEqual(named('@Sarah Duval peux-tu vérifier ?'), ['1'])
  assert.deepEqual(named('@aicha le colis est à Carquefou'), ['3'])
  assert.deepEqual(named('rien pour personne, écrire à sarah@fleurs.example'), [])
})

test('each is told once', () => {
  assert.deepEqual(named('@Aïcha Morel, oui toi @Aïcha'), ['3'])
})
