import type { TestEvent } from 'node:test/reporters'

/** A reporter of Node's test runner: the files in which something failed, a line each time. */
export default async function* failedFiles(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events)
    if (event.type === 'test:fail' && event.data.file !== undefined) yield `${event.data.file}\n`
}
