import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHeat, heatListOf } from './heat.ts'
import { guessSpeaker, LARGE_AUDIENCE } from './speaker.ts'

const list = heatListOf(['chaîne du froid', 'pesticide*', 'a:b | c'])
const heats = (text: string) => [...new Set(findHeat(text, list).map(({ heat }) => heat))]

test('the words of a crisis are known in both languages, with their accents or without', () => {
  for (const [text, heat] of [
    ['Boycottons cette marque', 'boycott'],
    ['#boycott fleursduport', 'boycott'],
    ['C’est un SCANDALE', 'scandal'],
    ['quel bad buzz', 'scandal'],
    ['arnaqueurs !', 'deceit'],
    ['publicité mensongère', 'deceit'],
    ['Mon fils est à l’hôpital', 'danger'],
    ['ma bougie a pris feu', 'danger'],
    ['J’ai saisi la DGCCRF', 'justice'],
    ['je vais porter plainte', 'justice'],
    ['This is a scam', 'deceit'],
    ['my candle caught fire', 'danger'],
    ['see you in small claims', 'justice'],
    ['Shame on you', 'scandal'],
    ['rupture de la chaine du froid', 'trade'],
    ['des pesticides dans les bouquets', 'trade'],
  ] as const)
    assert.deepEqual(heats(text), [heat], text)
})

test('everyday complaint, and what is denied, are none', () => {
  for (const text of [
    'Inadmissible, trois jours de retard',
    'C’est honteux',
    'Ce n’est pas une arnaque, je confirme',
    'not a scam, I got mine',
    'aucun scandale ici',
    'Merci pour les fleurs',
    'des fleurs fausses très jolies',
    '',
  ])
    assert.deepEqual(heats(text), [], text)
})

test('words of the charter that hold signs of ours break nothing', () => {
  assert.deepEqual(heats('voyez a b c'), ['trade'])
  assert.deepEqual(heats('voyez a'), [])
  assert.deepEqual(findHeat('rien', heatListOf([])), [])
})

const person = { handle: 'camille', displayName: 'Camille Roux', bio: null, followers: 120 }

test('who speaks is guessed from what they say of themselves, and the guess says from where', () => {
  for (const [given, kind, from] of [
    [{ bio: 'Journaliste à Nantes' }, 'press', 'bio'],
    [{ displayName: 'Marc Le Goff, grand reporter' }, 'press', 'name'],
    [{ handle: 'PresseOcean_44' }, 'press', 'handle'],
    [{ handle: 'JulieB_BFMTV' }, 'press', 'handle'],
    [{ bio: 'Députée de Loire-Atlantique' }, 'elected', 'bio'],
    [{ displayName: 'Cllr Ann Moore' }, 'elected', 'name'],
    [{ bio: 'Militante, collectif Loire propre' }, 'activist', 'bio'],
    [{ handle: 'quechoisir44' }, 'ordinary', null],
  ] as const) {
    const { kind: found, guess } = guessSpeaker({ ...person, ...given })
    assert.equal(found, kind, JSON.stringify(given))
    assert.equal(guess?.from ?? null, from)
  }
})

test('a surname is no office, and an audience is counted, not guessed', () => {
  assert.equal(guessSpeaker({ ...person, displayName: 'Sophie Lemaire' }).kind, 'ordinary')
  assert.equal(guessSpeaker({ ...person, displayName: 'Paul Le Maire' }).kind, 'ordinary')
  assert.deepEqual(guessSpeaker({ ...person, followers: LARGE_AUDIENCE }), {
    kind: 'large-audience',
    guess: null,
    followers: LARGE_AUDIENCE,
  })
  assert.equal(guessSpeaker({ ...person, followers: LARGE_AUDIENCE - 1 }).kind, 'ordinary')
  // Unknown is not zero, and not large either.
  assert.deepEqual(guessSpeaker({ ...person, followers: null }), { kind: 'ordinary', guess: null, followers: null })
})
