import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { choosing } from '#test/transformers/models.ts'
import { writeModel } from '#test/transformers/tiny-model.ts'
import { findLibrary } from './find-library.ts'
import { DECLARATION, readModelFolder } from './model-folder.ts'
import { ModelTrouble } from './model-place.ts'

const onDisk = async (labels: readonly string[], config: Record<string, unknown> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-model-'))
  await writeModel(folder, { ...choosing(labels, {}), config })
  const declare = (said: unknown) =>
    writeFile(join(folder, DECLARATION), typeof said === 'string' ? said : JSON.stringify(said))
  return { folder, declare, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** Says why, and what to do. */
const trouble = (why: RegExp, todo: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ModelTrouble)
  assert.match(error.message, why)
  assert.match(error.todo, todo)
  return true
}

test('a model whose labels bear our names needs no declaration', async () => {
  await using disk = await onDisk(['positive', 'negative'], { max_position_embeddings: 514 })
  const read = await readModelFolder(disk.folder)
  assert.deepEqual(
    [...read.meanings],
    [
      ['positive', { sentiment: 'positive' }],
      ['negative', { sentiment: 'negative' }],
    ],
  )
  assert.deepEqual(
    [read.task, read.weights, read.several, read.mostPieces],
    ['text-classification', 'fp32', false, 512],
  )
})

test('each thing that is missing is named, with what to do', async () => {
  await assert.rejects(readModelFolder('/nowhere/at-all'), trouble(/no folder \/nowhere\/at-all/, /VIGIE_MODEL_FOLDER/))
  for (const file of ['config.json', 'tokenizer.json', 'onnx']) {
    await using disk = await onDisk(['praise', 'thanks'])
    await rm(join(disk.folder, file), { recursive: true })
    await assert.rejects(
      readModelFolder(disk.folder),
      trouble(new RegExp(file), /tokenizer\.json and onnx\/model\.onnx/),
    )
  }
  assert.throws(() => findLibrary('/nowhere/at-all'), trouble(/transformers is not installed/, /npm install --prefix/))
})

test('a label without a meaning is named, and nothing is guessed', async () => {
  await using disk = await onDisk(['LABEL_0', 'LABEL_1'])
  const read = () => readModelFolder(disk.folder)
  await assert.rejects(read, trouble(/LABEL_0, LABEL_1 are not all/, /vigie\.json/))
  await disk.declare({ labels: { LABEL_0: { intent: 'complaint' } } })
  await assert.rejects(read, trouble(/does not say what LABEL_1 means/, /\{\}/))
  await disk.declare({ labels: { LABEL_0: {}, LABEL_1: {}, LABEL_2: {} } })
  await assert.rejects(read, trouble(/no label LABEL_2/, /LABEL_0, LABEL_1/))
  await disk.declare({ labels: { LABEL_0: { intent: 'fury' }, LABEL_1: {} } })
  await assert.rejects(read, trouble(/labels\.LABEL_0\.intent/, /Mend/))
  await disk.declare({ labels: { LABEL_0: { urgent: false }, LABEL_1: {} } })
  await assert.rejects(read, trouble(/labels\.LABEL_0\.urgent/, /Mend/))
  await disk.declare('{"labels"')
  await assert.rejects(read, trouble(/no JSON/, /Mend/))
  await disk.declare({ labels: { LABEL_0: { intent: 'complaint' }, LABEL_1: {} }, sure: 0.8 })
  assert.equal((await read()).sure, 0.8)
})

test('a zero-shot model has something to choose from, and can infer', async () => {
  const two = { 'a complaint': { intent: 'complaint' }, 'a question': { intent: 'question' } }
  await using disk = await onDisk(['contradiction', 'neutral', 'entailment'])
  const read = () => readModelFolder(disk.folder)
  await disk.declare({ task: 'zero-shot-classification', labels: { 'a complaint': { intent: 'complaint' } } })
  await assert.rejects(read, trouble(/nothing to choose from/, /two labels/))
  await disk.declare({ task: 'zero-shot-classification', labels: two, several: true })
  assert.equal((await read()).several, true)
  await using other = await onDisk(['praise', 'thanks'])
  await other.declare({ task: 'zero-shot-classification', labels: two })
  await assert.rejects(readModelFolder(other.folder), trouble(/no entailment/, /NLI/))
})
