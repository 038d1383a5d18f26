import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { advance } from './advance.ts'
import { ownId } from './hear-answer.ts'
import { openings } from './opening.ts'
import { findPerson } from './people.ts'
import { type Entry, newTown, type Pace, type Post, type Town, type World } from './town.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
const worldAt = (pace: Pace, scale = 1): World => ({
  brand: 'Fleurs du Port',
  at: '@fleursduport',
  trade: 'florist',
  pace,
  scale,
})
type Message = Extract<Post, { kind: 'message' }>

/** A town and its brand, asked every so often what is new. */
const follow = (seed: string, { pace = 'calm' as Pace, every = 5 * SECOND_MS } = {}) => {
  let town: Town = newTown('town', seed, START)
  let now = START
  const posts: Post[] = []
  const inbox: Entry[] = []
  const look = (world: World): Post[] => {
    const after = advance(town, inbox.splice(0), now, world)
    town = after.town
    posts.push(...after.shown.map(({ post }) => post))
    return after.shown.map(({ post }) => post)
  }
  return {
    posts,
    messages: () => posts.filter((post): post is Message => post.kind === 'message'),
    town: () => town,
    now: () => now,
    live(ms: number, reply: (message: Message) => string | null = () => null, world = worldAt(pace)): void {
      for (const end = now + ms; now <= end; now += every) {
        for (const post of look(world)) {
          const text = post.kind === 'message' ? reply(post) : null
          if (post.kind === 'message' && text !== null) this.answer(post, text)
        }
      }
    },
    /** Nobody looks for a while. */
    sleep: (ms: number) => {
      now += ms
    },
    answer({ id, by, conversation, audience }: Message, text: string): void {
      const key = `k-${inbox.length}-${posts.length}-${id}`
      inbox.push({
        id: key,
        kind: 'answer',
        mark: key,
        at: now,
        text,
        audience,
        to: by,
        conversation,
        parentId: id,
        attachments: [],
      })
    },
  }
}

const by = (name: string) => (message: Message) => message.by === `town-${name}`

describe('the first morning', () => {
  it('is there at once: some dozen people, one past the promise, some nearly, in every mood', () => {
    for (const seed of ['un', 'deux', 'trois', 'quatre']) {
      const desk = follow(seed)
      desk.live(0)
      const first = desk.messages()
      const ages = first.map(({ at }) => (START - at) / MINUTE_MS)
      assert.ok(first.length >= 12 && first.length <= 16)
      assert.deepEqual(
        ages,
        ages.toSorted((a, b) => b - a),
        'oldest first',
      )
      assert.equal(new Set(first.filter(({ at }) => START - at > 120 * MINUTE_MS).map((one) => one.by)).size, 1)
      assert.ok(
        ages.some((age) => age > 110 && age < 120),
        'somebody is nearly due',
      )
      assert.ok(ages.some((age) => age < 5))
      assert.ok(first.some(({ audience }) => audience === 'private'))
      assert.equal(new Set(first.map((one) => findPerson(one.by)?.language)).size, 2)
      assert.equal(first.filter(by('noefaure')).length, 2, 'the late one has asked again')
    }
  })

  it('has one person who changes their message soon after, and one who takes it back', () => {
    const desk = follow('un')
    desk.live(2 * MINUTE_MS)
    const [edit] = desk.posts.filter((post) => post.kind === 'edit')
    const [deletion] = desk.posts.filter((post) => post.kind === 'deletion')
    assert.ok(edit && deletion)
    const edited = desk.messages().find(({ id }) => id === edit.id)
    assert.ok(edit.text.startsWith(edited?.text ?? '?') && edit.text.length > (edited?.text.length ?? 0))
    assert.ok(desk.messages().some(({ id }) => id === deletion.id))
  })
})

describe('a day in town', () => {
  it('is the same for the same seed, and another for another', () => {
    const day = (seed: string) => {
      const desk = follow(seed, { every: MINUTE_MS })
      desk.live(5 * HOUR_MS, (message) =>
        message.by < 'town-l' ? 'Bonjour, nous sommes désolés, écrivez-nous en message privé.' : null,
      )
      return desk.posts
    }
    assert.deepEqual(day('un'), day('un'))
    assert.notDeepEqual(day('un'), day('deux'))
  })

  it('says each thing once before any twice, under ids that never repeat, and never ahead of time', () => {
    const desk = follow('un', { every: MINUTE_MS })
    const seen = new Set<string>()
    for (let hour = 0; hour < 24; hour++) {
      const before = desk.posts.length
      desk.live(HOUR_MS)
      for (const post of desk.posts.slice(before)) assert.ok(post.at <= desk.now())
    }
    const messages = desk.messages()
    for (const { id } of messages) {
      assert.ok(!seen.has(id), id)
      seen.add(id)
    }
    const seqs = desk.town().seq
    assert.equal(seqs, desk.posts.length)
    const opened = messages
      .filter(({ form }) => form === 'mention')
      .map(({ text }) => text.replace(/\w+-\d{5}/, '').slice(0, 30))
    assert.ok(new Set(opened).size > openings.length / 2, 'a day hears more than half of what the town can say')
    const french = messages.filter((one) => findPerson(one.by)?.language === 'fr').length / messages.length
    assert.ok(french > 0.55 && french < 0.8, `two thirds are French, not ${french}`)
  })

  it('grows quieter on a calm day when nobody answers, and does not make up for a night', () => {
    const desk = follow('un', { every: MINUTE_MS })
    desk.live(8 * HOUR_MS)
    assert.ok(desk.messages().length < 400, `${desk.messages().length} messages in eight hours`)
    const before = desk.messages().length
    desk.sleep(7 * DAY_MS)
    desk.live(0)
    assert.ok(desk.messages().length - before < 300, `${desk.messages().length - before} messages after a week`)
  })

  it('speaks faster when it is lively, and mostly about deliveries in a storm', () => {
    const openingsIn = (pace: Pace) => {
      const desk = follow('un', { pace })
      desk.live(10 * MINUTE_MS)
      return desk.messages().filter(({ form, at }) => form !== 'reply' && at > START).length
    }
    const [calm, lively, storm] = [openingsIn('calm'), openingsIn('lively'), openingsIn('storm')]
    assert.ok(calm >= 3 && calm <= 12, String(calm))
    assert.ok(lively >= 12 && lively <= 35, String(lively))
    assert.ok(storm >= 90 && storm <= 320, String(storm))
  })

  it('is silent while it is paused, and does not blurt it all out afterwards', () => {
    const desk = follow('un')
    desk.live(MINUTE_MS)
    const before = desk.posts.length
    desk.live(3 * HOUR_MS, () => null, worldAt('paused'))
    assert.equal(desk.posts.length, before)
    const since = desk.now()
    desk.live(2 * MINUTE_MS)
    assert.ok(desk.messages().filter(({ at }) => at > since - MINUTE_MS).length <= 5, 'it goes on where it was')
  })
})

describe('somebody who is ignored', () => {
  it('asks again past the promise, then sharper, then cries out in public, and others join', () => {
    const desk = follow('un', { every: 30 * SECOND_MS })
    desk.live(6 * HOUR_MS)
    const jodie = desk.messages().filter(by('jodie-m'))
    const [first] = jodie
    assert.ok(first)
    const thread = jodie.filter(({ conversation }) => conversation === first.conversation)
    assert.equal(thread.length, 3)
    const waits = thread.slice(1).map(({ at }) => (at - first.at) / MINUTE_MS)
    assert.ok((waits[0] ?? 0) > 120 && (waits[0] ?? 0) < 150, String(waits))
    assert.ok((waits[1] ?? 0) > (waits[0] ?? 0))
    const shout = desk
      .messages()
      .find(
        (one) =>
          by('jodie-m')(one) &&
          one.form === 'mention' &&
          one.at > (thread[2]?.at ?? 0) &&
          /Fleurs du Port/.test(one.text),
      )
    assert.ok(shout, 'she cries out')
    assert.notEqual(shout.conversation, first.conversation)
    assert.ok(
      desk
        .messages()
        .some(
          (one) =>
            one.form === 'reply' &&
            one.parentId !== undefined &&
            one.above.some((post) => post.own === false) &&
            one.by !== shout.by,
        ),
    )
  })

  it('stops asking as soon as they are answered', () => {
    const desk = follow('un', { every: 30 * SECOND_MS })
    desk.live(0)
    const camille = desk.messages().find(by('camille-roux'))
    assert.ok(camille)
    desk.answer(camille, 'Bonjour Camille, oui : la réponse arrive à 18h, promis. Écrivez-nous en message privé. Aïcha')
    desk.live(90 * MINUTE_MS, (message) =>
      message.by === camille.by ? 'C’est noté, je vous réponds à 18h précises, merci encore.' : null,
    )
    assert.ok(
      !desk
        .messages()
        .some((one) => one.conversation === camille.conversation && /relance|vu mon message|insister/.test(one.text)),
    )
  })
})

describe('somebody who is answered', () => {
  it('reacts within the minute or two, in the thread, to what was said', () => {
    const desk = follow('un')
    desk.live(0)
    const ines = desk.messages().find(by('ines-bouvier'))
    assert.ok(ines)
    desk.answer(ines, 'Bonjour Inès, oui : de 9h à 19h sans interruption. À bientôt, Aïcha')
    const answeredAt = desk.now()
    desk.live(2 * MINUTE_MS)
    const reaction = desk.messages().find((one) => by('ines-bouvier')(one) && one.at > answeredAt)
    assert.ok(reaction)
    assert.equal(reaction.conversation, ines.conversation)
    assert.ok(reaction.at - answeredAt >= 10 * SECOND_MS && reaction.at - answeredAt <= 65 * SECOND_MS)
    const own = desk.posts.find((post) => post.kind === 'own')
    assert.ok(own?.kind === 'own' && own.mark !== undefined)
    assert.equal(own.id, ownId(own.mark))
    assert.equal(reaction.parentId, own.id)
  })

  it('goes on in private when invited to, gives there what is asked for, and says so in public in the end', () => {
    const told: string[] = []
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const desk = follow(seed)
      let turn = 0
      desk.live(20 * MINUTE_MS, (message) => {
        if (!by('camille-roux')(message)) return null
        if (message.audience === 'public')
          return turn > 0 ? null : 'Bonjour Camille, désolée ! Écrivez-nous en message privé, je regarde. Aïcha'
        turn += 1
        const answers = [
          'Merci Camille. Quel est votre numéro de commande ?',
          'Merci, je m’en occupe.',
          'C’est réglé : le virement est parti à 11h.',
        ]
        return answers[turn - 1] ?? null
      })
      const said = desk.messages().filter((one) => by('camille-roux')(one) && one.at > START)
      assert.ok(
        said.some(({ audience }) => audience === 'private'),
        'she writes in private',
      )
      assert.ok(
        said.some(({ text }) => /FP-\d{5}/.test(text)),
        'she gives the number',
      )
      told.push(...said.filter((one) => one.audience === 'public').map(({ text }) => text))
    }
    assert.ok(
      told.some((text) => /réglé/.test(text)),
      'somebody tells everybody that it is settled',
    )
  })

  it('is not moved by a second message before they have reacted to the first', () => {
    const desk = follow('un')
    desk.live(0)
    const ines = desk.messages().find(by('ines-bouvier'))
    assert.ok(ines)
    desk.answer(ines, 'Calmez-vous, Inès.')
    desk.answer(ines, 'Oui, de 9h à 19h.')
    desk.live(3 * MINUTE_MS)
    const reactions = desk.messages().filter((one) => by('ines-bouvier')(one) && one.at > START)
    assert.equal(reactions.length, 1)
  })
})
