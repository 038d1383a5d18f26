import { test } from 'node:test'
import { requires } from '#test/requires.ts'
import type { BlueskyNetwork } from '../network.ts'
import { type Account, openAccount } from '../people.ts'

export interface Town {
  network: BlueskyNetwork
  camille: Account
  lucas: Account
  noe: Account
}

export type OpenNetwork = () => Promise<BlueskyNetwork | { missing: string }>

let made: Promise<Town> | undefined

const makeTown = async (network: BlueskyNetwork): Promise<Town> => {
  const { addresses } = network
  const [camille, lucas, noe] = await Promise.all([
    openAccount(addresses, 'camille.test', 'Camille Roux'),
    openAccount(addresses, 'lucas.test', 'Lucas Petit'),
    openAccount(addresses, 'noe.test', 'Noé Faure'),
  ])
  return { network, camille, lucas, noe }
}

export type Tell = (sentence: string, body: (town: Town) => Promise<void>) => void

/** Tests that share the servers and the people; each opens a brand of its own. */
export const storiesOn =
  (open: OpenNetwork): Tell =>
  (sentence, body) =>
    void test(sentence, async (t) => {
      const network = await open()
      const missing = 'missing' in network ? network.missing : true
      if (!requires('Bluesky', missing, t) || 'missing' in network) return
      made ??= makeTown(network)
      await body(await made)
    })
