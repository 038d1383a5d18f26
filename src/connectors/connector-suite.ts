import { after, before, describe, it } from 'node:test'
import { requires } from '#test/requires.ts'
import type { Connector } from './connector.ts'
import type { Bench } from './suite/bench.ts'
import { declaring } from './suite/declaring.ts'
import { faults } from './suite/faults.ts'
import { hooks } from './suite/hooks.ts'
import { listening } from './suite/listening.ts'
import { posting } from './suite/posting.ts'
import { privately } from './suite/private.ts'
import { reading } from './suite/reading.ts'
import type { Missing, Rig } from './suite/rig.ts'
import { sending } from './suite/sending.ts'

export type { Fault, Held, Missing, Person, Rig, Said, Speech } from './suite/rig.ts'

/**
 * What every connector must pass, on its real network or on a simulated one: each capability it declares is exercised, each one it
 * does not declare must refuse. `build` makes the network once; tests use it one after the other, each with words of its own.
 */
export const connectorSuite = (name: string, connector: Connector, build: () => Promise<Rig | Missing>): void => {
  describe(`${name}: the connector suite`, () => {
    let made: Rig | Missing = { missing: 'the network was never built' }
    before(async () => {
      made = await build()
    })
    after(async () => {
      if (!('missing' in made)) await made.close()
    })
    const bench: Bench = {
      connector,
      test: (sentence, body) =>
        void it(sentence, async (t) => {
          if (!requires(name, 'missing' in made ? made.missing : true, t) || 'missing' in made) return
          await body(made, t)
        }),
    }
    for (const part of [declaring, listening, sending, posting, faults, privately, hooks, reading]) part(bench)
  })
}
