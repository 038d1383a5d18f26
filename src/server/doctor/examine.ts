import type { Registry } from '#connectors/registry.ts'
import type { Config } from '#server/config.ts'
import type { Database } from '#server/db/database.ts'
import { type Finding, fail } from './finding.ts'
import { lookAtAccess } from './look-at-access.ts'
import { lookAtChannels } from './look-at-channels.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { lookAtLog } from './look-at-log.ts'
import { lookAtAddress, lookAtDisk, lookAtKey } from './look-at-machine.ts'
import { lookAtModel } from './look-at-model.ts'
import { lookAtNotices } from './look-at-notices.ts'
import { lookAtLoops, lookAtQueues } from './look-at-work.ts'

export interface Patient {
  config: Config
  db: Database
  registry: Registry
  now(): number
}

/** A look that breaks is a finding as well: the others still speak. */
const look = async (name: string, at: () => Promise<Finding | Finding[]>): Promise<Finding[]> => {
  try {
    return [await at()].flat()
  } catch (error) {
    return [fail(name, error instanceof Error ? error.message : String(error), 'Mend this first, then ask again.')]
  }
}

/** Everything that the doctor looks at, in the order in which a fault explains the next. */
export const examine = async (patient: Patient): Promise<Finding[]> => {
  const { config, db } = patient
  let usable = false
  const database = await look('database', async () => {
    const looked = await lookAtDatabase(db)
    usable = looked.usable
    return looked.findings
  })
  return [
    ...database,
    ...(await look('disk', () => lookAtDisk(config))),
    lookAtAddress(config),
    ...(await look('language model', () => lookAtModel(config))),
    ...(usable ? await look('key', () => lookAtKey(config, db)) : []),
    ...(usable ? await look('second factor', () => lookAtAccess(db)) : []),
    ...(usable ? await look('loops', () => lookAtLoops(patient)) : []),
    ...(usable ? await look('queues', () => lookAtQueues(patient)) : []),
    ...(usable ? await look('notices', () => lookAtNotices(patient)) : []),
    ...(usable ? await look('log', () => lookAtLog(patient)) : []),
    ...(usable ? await look('channels', () => lookAtChannels(patient)) : []),
  ]
}
