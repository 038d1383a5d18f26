import { type BlueskyNetwork, startBluesky } from '../../bluesky/network.ts'
import { type Account, makeAppPassword, openAccount, type Posted, say } from '../../bluesky/people.ts'

export interface Town extends AsyncDisposable {
  network: BlueskyNetwork
  /** What the brand types into the desk. */
  brand: Account & { appPassword: string }
  camille: Account
  /** Where Camille speaks up: under somebody else’s post. */
  root: Posted
  host: string
}

/** The real servers, the brand’s account on them, and a post of Lucas’s under which customers talk. */
export const openTown = async (): Promise<Town> => {
  const network = await startBluesky()
  const { addresses } = network
  const [brand, camille, lucas] = await Promise.all([
    openAccount(addresses, 'fleursduport.test', 'Fleurs du Port'),
    openAccount(addresses, 'camille-roux.test', 'Camille Roux'),
    openAccount(addresses, 'lucas-petit.test', 'Lucas Petit'),
  ])
  const root = await say(lucas, 'Qui a déjà commandé des fleurs en ligne à Nantes ?')
  await network.settle()
  return {
    network,
    brand: { ...brand, appPassword: await makeAppPassword(brand) },
    camille,
    root,
    host: new URL(addresses.pds).host,
    [Symbol.asyncDispose]: network.close,
  }
}

/** Camille speaks to the brand, under Lucas’s post, with her own client. */
export const mentionTheBrand = async (town: Town): Promise<Posted> => {
  const words = `Moi @${town.brand.handle}, ma commande FP-20417 n’est jamais arrivée et j’attends toujours mes 62 €.`
  const mention = await say(town.camille, words, { answers: town.root })
  await town.network.settle()
  return mention
}

type Seen = { uri: string; author: string; text: string; root: string | undefined; parent: string | undefined }
type PostView = { uri: string; author: { did: string }; record: Record<string, unknown> }
type ThreadView = { post?: PostView; replies?: unknown[] }

/** What stands under a post in her client, as the network shows it to her. */
export const seenUnder = async ({ camille, network }: Town, post: Posted): Promise<Seen[]> => {
  await network.settle()
  const { data } = await camille.agent.getPostThread({ uri: post.uri, depth: 2 })
  const { replies = [] } = data.thread as ThreadView
  return replies.flatMap((one) => {
    const { post: view } = one as ThreadView
    if (view === undefined) return []
    const { text, reply } = view.record as { text: string; reply?: { root: Posted; parent: Posted } }
    return [{ uri: view.uri, author: view.author.did, text, root: reply?.root.uri, parent: reply?.parent.uri }]
  })
}
