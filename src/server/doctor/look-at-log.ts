import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { anchorPlaceOf, type Config } from '#server/config.ts'
import type { Database } from '#server/db/database.ts'
import { type Anchor, type Break, verifyChain } from '#server/queries/verify-chain.ts'
import { agoOf, type Finding, fail, ok, warn } from './finding.ts'

const LATE_MS = 10 * 60_000

const anchorShape = z.object({ workspaceId: z.string(), position: z.number(), hash: z.string() })

/** A line that cannot be read is passed over: half of one may have been written when the disk was full. */
const anchorIn = (line: string): Anchor[] => {
  try {
    return [anchorShape.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** The heads that this machine carried outside the database; none where another machine does. */
const readAnchors = async (config: Config): Promise<Anchor[]> => {
  const text = await readFile(anchorPlaceOf(config).file, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => (line === '' ? [] : anchorIn(line)))
}

const tell = (broken: Break): string => {
  switch (broken.why) {
    case 'changed':
      return `event ${broken.eventId} (${broken.name}, seal ${broken.position}) was changed after it was sealed`
    case 'removed':
      return `event ${broken.eventId} (seal ${broken.position}) was removed`
    case 'cut':
      return `the seals end or have a gap at ${broken.position}`
    case 'slipped-in':
      return `event ${broken.eventId} (${broken.name}) was slipped in among sealed ones`
    case 'remade':
      return `the chain was made anew: seal ${broken.position} is not the one that was carried outside`
  }
}

interface Patient {
  config: Config
  db: Database
  now(): number
}

/** The log of each brand, read again line by line against its seals and against the heads that were carried outside. */
export const lookAtLog = async ({ config, db, now }: Patient): Promise<Finding[]> => {
  const anchors = await readAnchors(config)
  const workspaces = await db.app.selectFrom('workspaces').select(['id', 'slug']).orderBy('created_at').execute()
  const findings: Finding[] = []
  for (const { id, slug } of workspaces) {
    const name = `log ${slug}`
    const { sealed, unsealed, unsealedSince, broken } = await verifyChain(db, id, anchors)
    const late = unsealedSince === null ? 0 : now() - unsealedSince
    const gap = unsealedSince === null ? '' : `, ${unsealed} to be sealed, the oldest since ${agoOf(late)}`
    if (broken !== null)
      findings.push(
        fail(
          name,
          tell(broken),
          'Somebody with the rights of the database did this: keep a copy, compare with a backup.',
        ),
      )
    else if (late > LATE_MS)
      findings.push(warn(name, `${sealed} sealed${gap}`, 'Is a worker running? Look at its log.'))
    else findings.push(ok(name, `${sealed} sealed and whole${gap}`))
  }
  return findings
}
