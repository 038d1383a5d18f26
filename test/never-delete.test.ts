import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { contract } from '#contract/index.ts'

const root = join(import.meta.dirname, '..', 'src')

/** What takes something away without touching a word of the public: the desk's own labels, views, notes of work, people, keys. */
const OWN_THINGS = new Set([
  ...['wakeCase', 'reopenCase', 'unlabelCase', 'leaveCase', 'undoDelivery', 'withdrawApproval', 'withdrawRemoval'],
  ...['deleteView', 'deleteLabel', 'removeMember', 'endSession', 'disconnectChannel', 'revokeFactSource'],
  // Off the radar, with a record: the messages stay where they are, and are answered as before.
  ...['muteStory', 'endMute', 'removePrepared'],
  ...['removeCodes', 'removePasskey', 'removeShift', 'removeNotificationDevice'],
])
/** The one way by which a word of the public is hidden: a cause, two people, the evidence (docs/moderation.md). */
const LAWFUL_REMOVAL = new Set(['askRemoval', 'confirmRemoval', 'refuseRemoval', 'listRemovals', 'readEvidence'])

const TAKES_AWAY = /delet|remov|hide|hidden|erase|purge|mute|conceal|moderat|takedown|censor|suppress/i

const read = async (folder: string): Promise<{ path: string; text: string }[]> => {
  const names = await readdir(join(root, folder), { recursive: true })
  const files = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  return Promise.all(
    files.map(async (name) => ({
      path: `${folder}/${name}`,
      text: await readFile(join(root, folder, name), 'utf8'),
    })),
  )
}

test('no route takes a word of the public away, but lawful removal (D1)', () => {
  const found = Object.entries(contract).filter(
    ([name, { path, method }]) =>
      TAKES_AWAY.test(`${name} ${path}`) ||
      (method === 'DELETE' && /message|conversation|case|review|comment/.test(path)),
  )
  assert.deepEqual(
    found.map(([name]) => name).filter((name) => !OWN_THINGS.has(name) && !LAWFUL_REMOVAL.has(name)),
    [],
  )
  for (const name of ['askRemoval', 'confirmRemoval']) assert.ok(found.some(([one]) => one === name))
})

test('no verb deletes or rewrites a message, and one alone asks a network to hide one (D1)', async () => {
  const sources = await read('server')
  const deletes =
    /deleteFrom\(\s*'(messages|message_versions|conversations|cases|removals|message_checks)'|delete from (messages|message_versions|conversations|cases)\b/
  assert.deepEqual(
    sources.filter(({ text }) => deletes.test(text)).map(({ path }) => path),
    [],
  )
  assert.deepEqual(
    sources.filter(({ text }) => text.includes('hideUnlawful')).map(({ path }) => path),
    ['server/actions/confirm-removal.ts'],
  )
})

test('a connector has one method that hides, and no other that deletes or hides (D1)', async () => {
  const sources = await read('connectors')
  const session = sources.find(({ path }) => path === 'connectors/connector.ts')?.text ?? ''
  const methods = [...session.matchAll(/^ {2}(\w+)\??\(/gm)].map(([, name]) => name ?? '')
  assert.ok(methods.includes('send') && methods.includes('poll'), methods.join())
  const memory = ['delete']
  assert.deepEqual(
    methods.filter((name) => TAKES_AWAY.test(name) && !memory.includes(name)),
    ['hideUnlawful'],
  )
})
