import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bagOfWords } from './tiny-onnx.ts'

export interface TinyModel {
  /** The model's labels, in the order of its numbers. */
  labels: readonly string[]
  /** The words that it knows, each with what it means; the others mean nothing. */
  words: Readonly<Record<string, readonly number[]>>
  /** For each meaning, how much it speaks for each label. */
  weights: readonly (readonly number[])[]
  config?: Record<string, unknown>
}

const SIGNS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']

/** Writes a model as its makers publish one: settings, the cutting of words, and the network, each in its own file. */
export const writeModel = async (folder: string, { labels, words, weights, config = {} }: TinyModel): Promise<void> => {
  const known = [...SIGNS, ...Object.keys(words)]
  const nothing = weights.map(() => 0)
  const special = SIGNS.map((content, id) => ({
    ...{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
  }))
  const files: Record<string, unknown> = {
    'config.json': {
      ...{ model_type: 'bert', architectures: ['BertForSequenceClassification'] },
      id2label: Object.fromEntries(labels.map((label, place) => [place, label])),
      label2id: Object.fromEntries(labels.map((label, place) => [label, place])),
      ...config,
    },
    'tokenizer.json': {
      ...{ version: '1.0', truncation: null, padding: null, added_tokens: special },
      ...{ normalizer: { type: 'Lowercase' }, pre_tokenizer: { type: 'BertPreTokenizer' } },
      post_processor: { type: 'BertProcessing', cls: ['[CLS]', 2], sep: ['[SEP]', 3] },
      decoder: null,
      model: {
        type: 'WordLevel',
        vocab: Object.fromEntries(known.map((word, id) => [word, id])),
        unk_token: '[UNK]',
      },
    },
    'tokenizer_config.json': {
      ...{ tokenizer_class: 'PreTrainedTokenizerFast', pad_token: '[PAD]', unk_token: '[UNK]', model_max_length: 64 },
    },
  }
  await mkdir(join(folder, 'onnx'), { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content))
  const meanings = known.map((word) => words[word] ?? nothing)
  await writeFile(join(folder, 'onnx/model.onnx'), bagOfWords(meanings, weights))
}
