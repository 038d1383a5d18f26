/** Just enough of the ONNX format, which is protocol buffers, to write a graph of a few nodes into a file. */

const varint = (value: number): Buffer => {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) | 128)
  }
}
const number = (field: number, value: number): Buffer => Buffer.concat([varint(field << 3), varint(value)])
const bytes = (field: number, value: Buffer | string): Buffer => {
  const body = Buffer.from(value)
  return Buffer.concat([varint((field << 3) | 2), varint(body.length), body])
}
const message = (field: number, ...parts: Buffer[]): Buffer => bytes(field, Buffer.concat(parts))

const FLOAT = 1
const INT64 = 7

const words64 = (values: readonly number[]): Buffer => Buffer.from(BigInt64Array.from(values, BigInt).buffer)
const words32 = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer)

/** A tensor that stands in the file: TensorProto dims, data_type, name, raw_data. */
const constant = (name: string, dims: readonly number[], values: readonly number[], type = FLOAT): Buffer =>
  message(
    5,
    ...dims.map((dim) => number(1, dim)),
    number(2, type),
    bytes(8, name),
    bytes(9, type === INT64 ? words64(values) : words32(values)),
  )

/** A node of the graph: NodeProto input, output, op_type; its attributes are whole numbers. */
const node = (type: string, input: string[], output: string, attributes: Record<string, number> = {}): Buffer =>
  message(
    1,
    ...input.map((one) => bytes(1, one)),
    bytes(2, output),
    bytes(4, type),
    ...Object.entries(attributes).map(([name, value]) => message(5, bytes(1, name), number(3, value), number(20, 2))),
  )

/** What goes in (11) or comes out (12), of named or fixed extent. */
const port = (field: 11 | 12, name: string, type: number, dims: readonly (string | number)[]): Buffer => {
  const shape = dims.map((dim) => message(1, typeof dim === 'number' ? number(1, dim) : bytes(2, dim)))
  return message(field, bytes(1, name), message(2, message(1, number(1, type), message(2, ...shape))))
}

/**
 * A classifier over bags of words: what each word means is summed over the words that are there, squared, and weighed for each label.
 * `meanings` has a row a word, `weights` a row a meaning and in it a number a label.
 */
export const bagOfWords = (
  meanings: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
): Buffer => {
  const extent = weights.length
  const labels = weights[0]?.length ?? 0
  const graph = [
    node('Gather', ['meanings', 'input_ids'], 'each'),
    node('Cast', ['attention_mask'], 'there', { to: FLOAT }),
    node('Unsqueeze', ['there', 'last'], 'column'),
    node('Mul', ['each', 'column'], 'counted'),
    node('ReduceSum', ['counted', 'words'], 'bag', { keepdims: 0 }),
    node('Mul', ['bag', 'bag'], 'squared'),
    node('MatMul', ['squared', 'weights'], 'logits'),
    bytes(2, 'bag-of-words'),
    constant('meanings', [meanings.length, extent], meanings.flat()),
    constant('weights', [extent, labels], weights.flat()),
    constant('last', [1], [2], INT64),
    constant('words', [1], [1], INT64),
    port(11, 'input_ids', INT64, ['batch', 'length']),
    port(11, 'attention_mask', INT64, ['batch', 'length']),
    port(12, 'logits', FLOAT, ['batch', labels]),
  ]
  // ModelProto: ir_version, producer_name, graph, opset_import.
  return Buffer.concat([number(1, 8), bytes(2, 'vigie-test'), message(7, ...graph), message(8, number(2, 13))])
}
