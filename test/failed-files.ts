import type { TestEvent } from 'node:test/reporters'

/** A reporter of Node's test runner: the test files of which something failed, a line each time. */
export default async function* failedFiles(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events)
    if (event.type === 'test:summary' && event.data.file !== undefined && !event.data.success)
      yield `${event.data.file}\n`
}
