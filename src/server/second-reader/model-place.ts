/** A server that answers, as whoever runs the desk configured it. */
export interface ServerPlace {
  /** The base of an OpenAI-compatible interface, such as `http://localhost:11434/v1`. */
  url: string
  model: string
  key: string | undefined
}

/** A classifier on this machine's disk, opened with transformers.js. */
export interface FolderPlace {
  folder: string
  model: string
  /** Where `@huggingface/transformers` was installed: the folder that holds its `node_modules`. */
  library: string
}

/** Which model reads messages a second time. */
export type ModelPlace = ServerPlace | FolderPlace

/** A model cannot be opened: why, and what whoever runs the desk can do about it. */
export class ModelTrouble extends Error {
  readonly todo: string
  constructor(why: string, todo: string) {
    super(why)
    this.todo = todo
  }
}
