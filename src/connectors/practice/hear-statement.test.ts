import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readStatement } from '#core/crowd/hear.ts'
import { linesFor, type Situation } from '#core/crowd/situation.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { advance } from './advance.ts'
import { ownId } from './hear-answer.ts'
import { findPerson } from './people.ts'
import { type Entry, newTown, type Post, type Town, type World } from './town.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
const world: World = { brand: 'Fleurs du Port', at: '@fleursduport', trade: 'florist', pace: 'calm', scale: 1 }
const USEFUL =
  'Bonjour à tous, nos livraisons de ce matin ont du retard. Nous vous disons ici où nous en sommes à 16 h. Aïcha'
const HOLLOW = 'Bonjour à tous, nous avons bien lu vos messages et nous regardons la situation avec attention.'
const FALSE = 'Bonjour à tous, les livraisons de ce matin sont livrées et tout est réglé.'

/** The first morning, then a statement, then some minutes. */
const tell = (text: string, minutes = 4) => {
  const morning = advance(newTown('town', 'un', START), [], START + 5 * SECOND_MS, world).town
  const entry: Entry = { id: 'one', kind: 'statement', mark: 'one', text, attachments: [], at: START + 10 * SECOND_MS }
  const after = advance(morning, [entry], START + minutes * MINUTE_MS, world)
  const posts = after.shown.map(({ post }) => post)
  const isComment = (post: Post) => post.kind === 'message' && post.parentId === ownId('one')
  return { morning, town: after.town, posts, comments: posts.filter(isComment) }
}

const waitingSince = (town: Town): number[] =>
  Object.values(town.threads).flatMap(({ audience, waiting, person }) =>
    audience === 'public' && waiting !== null && findPerson(person)?.language === 'fr' ? [waiting.since] : [],
  )
const earliest = (town: Town): number => Math.min(...waitingSince(town))

const said = (post: Post | undefined, situation: Situation): boolean => {
  if (post?.kind !== 'message') return false
  const person = findPerson(post.by)
  assert.ok(person)
  return linesFor(person.language, situation, person.temper)
    .flat()
    .some((line) => post.text === line.replace('{e}', person.she ? 'e' : ''))
}

describe('what the town makes of a statement', () => {
  it('reads whether it is so, and whether it tells when or where to turn', () => {
    assert.equal(readStatement(USEFUL, []), 'useful')
    assert.equal(readStatement(HOLLOW, []), 'hollow')
    assert.equal(readStatement(FALSE, []), 'false')
    assert.equal(readStatement('Votre demande a bien été prise en compte, suite à 16 h.', []), 'hollow')
    assert.equal(readStatement('Calmez-vous, la suite à 16 h.', []), 'false')
    assert.equal(readStatement('Sorry, we are late. More at 4 pm.', []), 'useful')
  })

  it('shows it as the brand’s own post, and says the same of it each time', () => {
    const { posts } = tell(USEFUL)
    const own = posts.find((post) => post.kind === 'own')
    assert.equal(own?.id, ownId('one'))
    assert.deepEqual(tell(USEFUL).posts, posts)
  })

  it('takes heart when it helps: people wait anew from then on, and a few thank', () => {
    const { morning, town, comments } = tell(USEFUL)
    assert.ok(earliest(town) > earliest(morning))
    assert.ok(comments.length > 0 && comments.length <= 5)
    for (const comment of comments) assert.ok(said(comment, 'statement-heard'))
  })

  it('learns nothing from what says nothing', () => {
    const { morning, town, comments } = tell(HOLLOW)
    assert.equal(earliest(town), earliest(morning))
    assert.ok(comments.some((comment) => said(comment, 'statement-hollow')))
  })

  it('is angrier over what is not so, loses patience sooner, and waits for an answer below it', () => {
    const { morning, town, comments } = tell(FALSE)
    assert.ok(earliest(town) < earliest(morning))
    assert.ok(comments.length >= 3 && comments.every((comment) => said(comment, 'statement-false')))
    const owed = Object.values(town.threads).filter(({ last }) => comments.some((one) => one.id === last.id))
    assert.ok(owed.every(({ waiting }) => waiting !== null))
  })

  it('says nothing of a statement in a language that it does not speak', () => {
    const { comments } = tell(
      'Hello everyone, our deliveries are late this morning. We will tell you more here at 4 pm.',
    )
    for (const comment of comments) assert.equal(comment.kind === 'message' && findPerson(comment.by)?.language, 'en')
  })
})
