import { bluesky } from '#connectors/bluesky/index.ts'
import { drill } from '#connectors/drill/index.ts'
import { email } from '#connectors/email/index.ts'
import { practice } from '#connectors/practice/index.ts'
import { type Registry, registryOf } from '#connectors/registry.ts'
import { webhook } from '#connectors/webhook/index.ts'

/** The networks that this desk can speak, in the order in which they are offered. */
export const makeRegistry = (): Registry => registryOf([practice, bluesky, email, webhook, drill])
