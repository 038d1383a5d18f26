const AT = Date.UTC(2026, 2, 2, 9)
const ISO = '2026-03-02T09:00:00.000Z'

const town = { id: 'town-camille', handle: 'camille', name: 'Camille Roux', followers: 120 }
const did = 'did:plc:camilleroux'
const post = `at://${did}/app.bsky.feed.post/3n2udi6jxzs2p`
const bskyAuthor = { did, handle: 'camille.test', displayName: 'Camille Roux' }

/** One whole receipt of each kind, as each network hands it over: what the fuzz spoils. */
const SAMPLES: Record<string, unknown[]> = {
  practice: [
    {
      ...{ kind: 'message', id: 'm1', conversation: 'c1', author: town, language: 'fr', audience: 'public' },
      ...{ form: 'mention', text: 'Toujours rien.', at: AT },
      above: [{ authorName: 'Fleurs du Port', handle: 'fleursduport', text: 'Bonjour', sentAt: AT, own: true }],
    },
    { kind: 'edit', id: 'm1', text: 'C’est arrivé.', at: AT },
    { kind: 'deletion', id: 'm1', at: AT },
  ],
  drill: [
    {
      ...{
        kind: 'message',
        messageId: 'm1',
        conversationKey: 'c1',
        audience: 'public',
        form: 'mention',
        language: 'fr',
      },
      author: { externalId: 'camille', handle: 'camille', displayName: 'Camille Roux', followers: 120 },
      ...{ text: 'Ils effacent nos messages.', sentAt: AT, parentId: 'm0' },
      above: [{ authorName: 'Fleurs du Port', handle: 'fleursduport', text: 'Bonjour', sentAt: AT, own: true }],
      attachments: [{ kind: 'image', name: 'capture.png', alt: 'Le message, avant qu’il ne disparaisse' }],
    },
    { kind: 'edit', messageId: 'm1', text: 'C’est arrivé.', editedAt: AT },
    { kind: 'deletion', messageId: 'm1', deletedAt: AT },
    { kind: 'own', messageId: 'm2', conversationKey: 'c1', audience: 'public', text: 'Merci Camille.', sentAt: AT },
  ],
  bluesky: [
    {
      ...{ kind: 'post', reason: 'mention', uri: post, cid: 'bafy1', author: bskyAuthor, indexedAt: ISO, above: [] },
      record: {
        ...{ text: 'Bonjour @fleursduport', createdAt: ISO, langs: ['fr'] },
        reply: { root: { uri: post, cid: 'bafy0' }, parent: { uri: post, cid: 'bafy0' } },
        facets: [
          {
            index: { byteStart: 8, byteEnd: 21 },
            features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:fleursduport' }],
          },
        ],
      },
    },
  ],
  webhook: [
    {
      ...{
        type: 'message',
        id: 'avis-1',
        conversation: 'fil-1',
        audience: 'public',
        text: 'Bouquet fané.',
        sentAt: ISO,
      },
      author: {
        id: 'camille',
        handle: 'camille',
        name: 'Camille Roux',
        url: 'https://avis.test/camille',
        followers: 3,
      },
      attachments: [{ kind: 'image', url: 'https://avis.test/fane.jpg', alt: 'Le bouquet', size: 12 }],
      ...{ permalink: 'https://avis.test/1', parentId: 'avis-0', language: 'fr' },
    },
    { type: 'edit', id: 'avis-1', text: 'Remplacé, merci.', editedAt: ISO },
    { type: 'deletion', id: 'avis-1', deletedAt: ISO },
    { type: 'own', id: 'rep-1', audience: 'public', text: 'Merci Camille.', sentAt: ISO },
  ],
  email: [
    {
      ...{ kind: 'mail', v: 1, folder: 'inbox', uid: 12, uidValidity: '1', receivedAt: AT, size: 900, oversize: false },
      ...{ root: '<b@fleursduport.test>', twin: false },
      source: { base64: 'RnJvbTogY2FtaWxsZQ==', whole: true },
      ...{ id: '<a@camille.test>', digest: 'd1', date: AT, subject: 'Ma commande' },
      from: [{ address: 'camille@camille.test', name: 'Camille Roux' }],
      ...{
        replyTo: [],
        to: [{ address: 'contact@fleursduport.test', name: '' }],
        references: ['<b@fleursduport.test>'],
      },
      headers: [['auto-submitted', 'no']],
      text: 'Bonjour,\n\nToujours rien.\n\n> Le 1 mars, vous écriviez\n> Bonjour',
      html: '<p>Bonjour</p><img src="https://pisteur.test/x.gif">',
      attachments: [{ name: 'fane.jpg', mediaType: 'image/jpeg', size: 3, content: 'AAAA' }],
    },
  ],
}

export const samplesOf = (connector: string): unknown[] => {
  const samples = SAMPLES[connector]
  if (samples === undefined) throw new Error(`no sample receipt of ${connector}: the fuzz would spoil nothing real`)
  return samples
}
