import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UnfinishedStatement } from '#core/statement/unfinished.ts'
import { readStatementDesk } from '#server/queries/statement-desk.ts'
import { HEARD, MORE, statementWorld } from '#test/statement-world.ts'
import { allowed, refusal } from '#test/waiting-reply.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { publishStatement } from './publish-statement.ts'
import { saveStatementDraft } from './save-statement-draft.ts'

const BEGUN: UnfinishedStatement = {
  ...{ common: 'Vous êtes plusieurs à nous', own: {}, on: [], preparedId: null, nextAt: '16:00' },
  when: { later: false, day: '', hour: '' },
}

const draftsOf = async (w: Awaited<ReturnType<typeof statementWorld>>, person: 'aicha' | 'sarah', about: object = {}) =>
  allowed(await readStatementDesk(w.desk, w.as(person), about)).draft

test('unfinished words to everybody are kept for their writer alone, and forgotten once they are published or emptied', async () => {
  await using w = await statementWorld()
  const statementId = w.desk.newId()
  const page = { statementId, follows: false, incidentId: null }
  const words = { ...BEGUN, own: { [w.followed]: 'Plus court' }, on: [w.followed] }
  const keep = (common: string) => saveStatementDraft(w.desk, w.as('aicha'), { ...page, words: { ...words, common } })
  allowed(await keep('Vous êtes'))
  w.desk.pass(5_000)
  allowed(await keep(BEGUN.common))
  assert.deepEqual(await draftsOf(w, 'aicha'), { statementId, words, keptAt: w.desk.now() })
  assert.equal(await draftsOf(w, 'sarah'), null, 'nobody else is shown them')
  assert.deepEqual(await w.events('statement.%'), [], 'what nobody said is no deed')

  const held = w.statement('Donnez-nous ici votre numéro de commande.', { id: statementId })
  assert.equal(refusal(await publishStatement(w.desk, w.as('aicha'), held)).refused, 'guard-findings')
  assert.equal((await draftsOf(w, 'aicha'))?.statementId, statementId, 'what the guard holds in stays unfinished')
  allowed(await saveStatementDraft(w.desk, w.as('sarah'), { ...page, statementId: w.desk.newId(), words: BEGUN }))
  allowed(await publishStatement(w.desk, w.as('aicha'), w.statement(HEARD, { id: statementId })))
  assert.equal(await draftsOf(w, 'aicha'), null)
  assert.equal((await draftsOf(w, 'sarah'))?.words.common, BEGUN.common, 'a colleague’s own stay theirs')

  const anew = { ...page, statementId: w.desk.newId() }
  allowed(await saveStatementDraft(w.desk, w.as('aicha'), { ...anew, words: BEGUN }))
  allowed(await saveStatementDraft(w.desk, w.as('aicha'), { ...anew, words: { ...BEGUN, common: '  ' } }))
  assert.equal(await draftsOf(w, 'aicha'), null, 'a page without a word is no draft')
})

test('there is one blank page for each incident and one about none, and a draft for each statement that goes on', async () => {
  await using w = await statementWorld()
  const incidentId = await w.declare('sarah')
  const save = (common: string, more: { statementId?: string; follows?: boolean; incidentId?: string | null } = {}) =>
    saveStatementDraft(w.desk, w.as('sarah'), {
      ...{ statementId: w.desk.newId(), follows: false, incidentId: null, ...more },
      words: { ...BEGUN, common },
    })
  allowed(await save('Une première fenêtre'))
  allowed(await save('Une autre fenêtre'))
  allowed(await save('Livraisons', { incidentId }))
  const said = w.statement(MORE, { incidentId })
  allowed(await publishStatement(w.desk, w.as('aicha'), said))
  allowed(await save('La suite', { statementId: said.id, follows: true, incidentId }))
  const words = async (about: object = {}) => (await draftsOf(w, 'sarah', about))?.words.common
  assert.equal(await words(), 'Une autre fenêtre', 'of two windows the last one holds')
  assert.equal(await words({ incident: incidentId }), 'Livraisons')
  assert.equal(await words({ incident: incidentId, follows: said.id }), 'La suite')

  const nowhere = { incidentId: w.desk.newId() }
  assert.equal(refusal(await save('Ailleurs', nowhere)).refused, 'not-found')
  const gone = { statementId: w.desk.newId(), follows: true }
  assert.equal(refusal(await save('Ailleurs', gone)).refused, 'not-found')
  const elsewhere = await makeWorkspace(w.db.database, 'Voiles de Nantes')
  const there = { workspaceId: elsewhere.workspaceId, memberId: w.members.sarah, role: 'manager' } as const
  assert.equal(allowed(await readStatementDesk(w.desk, there, {})).draft, null)
})
