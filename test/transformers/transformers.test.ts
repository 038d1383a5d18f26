import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import pino from 'pino'
import { readConfig } from '#server/config.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { lookAtModel } from '#server/doctor/look-at-model.ts'
import { makeSecondReader } from '#server/jobs/read-again.ts'
import { readThread } from '#server/queries/thread.ts'
import { type Classifier, openClassifier } from '#server/second-reader/classifier.ts'
import { keepModel } from '#server/second-reader/keep-model.ts'
import type { FolderPlace } from '#server/second-reader/model-place.ts'
import { type Listening, listening, people } from '../listening.ts'
import { isInstalled } from '../npm-folder.ts'
import { requires } from '../requires.ts'
import { transformers } from './library.ts'
import { choosing, inferring } from './models.ts'
import { type TinyModel, writeModel } from './tiny-model.ts'

const library = transformers.folder
const ready = (t: TestContext): Promise<boolean> =>
  isInstalled(transformers).then((there) => requires('transformers.js', there, t))

const MINUTE = 60_000
const INTENTS = choosing(['Question', 'Complaint', 'Praise'], {
  ...{ quand: 'Question', girafe: 'Complaint', honteux: 'Complaint', bravo: 'Praise' },
})

/** A model of ours on disk, with what it is declared to mean. */
const onDisk = async (model: TinyModel, declaration?: object) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-model-'))
  await writeModel(folder, model)
  if (declaration !== undefined) await writeFile(join(folder, 'vigie.json'), JSON.stringify(declaration))
  const place: FolderPlace = { folder, model: 'petit-lecteur', library }
  return { folder, place, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

const reading = (w: Listening) => {
  const reader = makeSecondReader(w.desk)
  return { ...reader, [Symbol.asyncDispose]: reader.stop }
}

/** What a kept model needs of a desk: a clock, and somebody to wake. */
const patientDesk = () => {
  let at = 0
  let wake = Promise.withResolvers<void>()
  const desk = { log: pino({ level: 'silent' }), now: () => at, wake: () => wake.resolve() }
  const woken = async (): Promise<void> => {
    await wake.promise
    wake = Promise.withResolvers()
  }
  const pass = (ms: number): void => {
    at += ms
  }
  return { desk, pass, woken }
}

const hear = async (w: Listening, text: string): Promise<void> => {
  await w.hand([w.says(people.camille, `m-${text.length}`, text)])
  await w.read()
}

/** What an agent sees of the newest message. */
const seen = async (w: Listening) => {
  const [conversation] = await w.rows('conversations')
  const thread = await inWorkspace(w.desk.db, w.workspaceId, (trx) => readThread(trx, conversation?.id ?? ''))
  return thread.messages.at(-1)?.reading
}

/** Rounds until a model that opens aside is there; one that does not open ends the test. */
const whenOpen = (w: Listening, reader: ReturnType<typeof reading>): Promise<void> =>
  new Promise((resolve, reject) => {
    w.desk.wake = () => resolve()
    w.desk.log.warn = (said: unknown) => reject(new Error(JSON.stringify(said)))
    reader.round().catch(reject)
  })

test('a classifier on disk reads what comes in beside the desk, and its labels stand at the message under its name (L2)', async (t) => {
  if (!(await ready(t))) return
  await using w = await listening()
  await using model = await onDisk(INTENTS)
  w.desk.model = model.place
  await using reader = reading(w)
  await hear(w, 'Une girafe dans la vitrine de Nantes')
  const own = await seen(w)
  assert.deepEqual([own?.model, own?.intent === 'complaint'], [null, false])
  await whenOpen(w, reader)
  assert.equal(await reader.round(), true)
  const read = await seen(w)
  assert.deepEqual([read?.model, read?.intent, read?.by], ['petit-lecteur', 'complaint', null])
  assert.deepEqual([read?.sentiment, read?.topic, read?.needsAnswer], [own?.sentiment, own?.topic, own?.needsAnswer])
  assert.ok((await w.events()).includes('reading.second'))
  await hear(w, 'Rien que ce modèle connaisse par son nom')
  const unread = await seen(w)
  assert.equal(await reader.round(), true)
  assert.deepEqual(await seen(w), unread)
})

test('a model that has ended is opened again, and what it was asked is asked again', async (t) => {
  if (!(await ready(t))) return
  await using disk = await onDisk(INTENTS)
  const { desk, pass, woken } = patientDesk()
  const model = keepModel(desk)
  assert.equal(model.at(disk.place), null)
  await woken()
  const ending = new AbortController()
  const words = { subject: null, text: 'honteux' }
  const answer = model.at(disk.place)?.(words, ending.signal)
  ending.abort()
  assert.equal((await answer)?.kind, 'later')
  assert.equal(model.at(disk.place), null)
  pass(2 * MINUTE)
  assert.equal(model.at(disk.place), null)
  await woken()
  const read = { kind: 'part', labels: { intent: 'complaint' } }
  assert.deepEqual(await model.at(disk.place)?.(words), read)
  await model.close()
  assert.equal(model.at(disk.place), null)
})

const reads = async (model: TinyModel, declaration: object | undefined, words: string[]) => {
  await using place = await onDisk(model, declaration)
  await using classifier: Classifier = await openClassifier(place.place)
  const answers = []
  for (const one of words) answers.push(await classifier.ask(one))
  return answers
}

test('a declaration says what labels mean, several at once where the model says several', async (t) => {
  if (!(await ready(t))) return
  const model = choosing(['LABEL_0', 'LABEL_1', 'LABEL_2'], { feu: 'LABEL_0', idiots: 'LABEL_1', ciel: 'LABEL_2' })
  const labels = { LABEL_0: { urgent: true, reasons: ['safety'] }, LABEL_1: { flags: ['abuse'] }, LABEL_2: {} }
  const several = { ...model, config: { problem_type: 'multi_label_classification' } }
  assert.deepEqual(await reads(several, { labels, sure: 0.9 }, ['Au feu, idiots', 'le ciel', 'Idiots', '']), [
    { kind: 'part', labels: { urgent: true, reasons: ['safety'], flags: ['abuse'] } },
    { kind: 'unsure' },
    { kind: 'part', labels: { flags: ['abuse'] } },
    { kind: 'unsure' },
  ])
})

test('a zero-shot model is asked the labels that are declared', async (t) => {
  if (!(await ready(t))) return
  const model = inferring([
    ['broken', 'delivered'],
    ['when', 'answer'],
  ])
  const labels = { 'badly delivered': { intent: 'complaint' }, 'in need of an answer': { intent: 'question' } }
  const declaration = { task: 'zero-shot-classification', hypothesis: 'Somebody is {}.', labels }
  assert.deepEqual(await reads(model, declaration, ['It came broken', 'When, please?']), [
    { kind: 'part', labels: { intent: 'complaint' } },
    { kind: 'part', labels: { intent: 'question' } },
  ])
})

test('words are cut to what the model can read', async (t) => {
  if (!(await ready(t))) return
  const model = { ...INTENTS, config: { max_position_embeddings: 10 } }
  const far = `${'voici '.repeat(20)}honteux`
  assert.deepEqual(await reads(model, undefined, [far, 'honteux', '😀'.repeat(2000)]), [
    { kind: 'unsure' },
    { kind: 'part', labels: { intent: 'complaint' } },
    { kind: 'unsure' },
  ])
})

test('the doctor opens the model, and says of one that does not open what is wrong; the desk reads on without it', async (t) => {
  if (!(await ready(t))) return
  await using w = await listening()
  await using model = await onDisk(INTENTS)
  const { folder } = model
  const config = readConfig({ VIGIE_MODEL_FOLDER: folder, VIGIE_TRANSFORMERS: library })
  assert.deepEqual(await lookAtModel(config), {
    ...{ name: 'language model', state: 'ok' },
    why: `${basename(folder)} opens: text-classification, 3 labels`,
  })
  await writeFile(join(folder, 'onnx/model.onnx'), 'not a model')
  const { state, why, todo } = await lookAtModel(config)
  assert.equal(state, 'warn')
  assert.match(why, /does not open: .*protobuf/i)
  assert.match(todo ?? '', /VIGIE_MODEL_FOLDER/)
  w.desk.model = model.place
  await using reader = reading(w)
  await hear(w, 'Une girafe dans la vitrine')
  await assert.rejects(whenOpen(w, reader), /does not open/)
  assert.equal(await reader.round(), false)
  assert.equal((await seen(w))?.model, null)
  await writeModel(folder, INTENTS)
  w.desk.pass(2 * MINUTE)
  await whenOpen(w, reader)
  assert.equal(await reader.round(), true)
  assert.equal((await seen(w))?.model, 'petit-lecteur')
})
