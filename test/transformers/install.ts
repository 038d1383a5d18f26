import { installAlone } from '../npm-folder.ts'
import { transformers } from './library.ts'

// node test/transformers/install.ts: what `bin/test` does before the tests.
await installAlone(transformers)
