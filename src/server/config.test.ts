import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigTrouble, readConfig } from './config.ts'

test('nothing is needed to open a desk on one machine', () => {
  const config = readConfig({})
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.url, 'http://localhost:4780')
  assert.deepEqual([config.host, config.port, config.logLevel], ['127.0.0.1', 4780, 'info'])
  assert.equal(config.keyFile, `${config.data}/key`)
})

test('a variable set to nothing is not set, and another port is in the address', () => {
  const config = readConfig({ DATABASE_URL: '', VIGIE_URL: ' ', PORT: '8080', VIGIE_DATA: '/srv/vigie' })
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.url, 'http://localhost:8080')
  assert.equal(config.keyFile, '/srv/vigie/key')
})

test('the address of the desk loses its final slash', () => {
  assert.equal(readConfig({ VIGIE_URL: 'https://desk.fleurs-du-port.test/' }).url, 'https://desk.fleurs-du-port.test')
})

test('lists are separated by commas, and an empty one allows nothing', () => {
  const config = readConfig({ VIGIE_TRUSTED_PROXIES: '10.0.0.2, 10.0.0.3', VIGIE_ALLOW_HOSTS: '' })
  assert.deepEqual(config.trustedProxies, ['10.0.0.2', '10.0.0.3'])
  assert.deepEqual(config.allowHosts, [])
  assert.deepEqual([config.mode, config.insecureCookies, config.metricsToken], ['all', false, undefined])
})

const mistakes: [string, string][] = [
  ['DATABASE_URL', 'mysql://localhost/vigie'],
  ['VIGIE_URL', 'https://desk.fleurs-du-port.test/vigie'],
  ['VIGIE_URL', 'desk.fleurs-du-port.test'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['LOG_LEVEL', 'loud'],
  ['VIGIE_MODE', 'both'],
  ['VIGIE_INSECURE_COOKIES', 'maybe'],
  ['VIGIE_METRICS_TOKEN', 'short'],
]

for (const [name, value] of mistakes) {
  test(`${name}=${value} is refused by name`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) => error instanceof ConfigTrouble && error.message.includes(`${name}: `),
    )
  })
}

test('a model that reads besides is a server or a folder, and bears the name that it is given', () => {
  assert.equal(readConfig({}).model, null)
  const url = 'http://localhost:11434/v1'
  assert.deepEqual(readConfig({ VIGIE_MODEL_URL: url, VIGIE_MODEL: 'petit' }).model, {
    url,
    model: 'petit',
    key: undefined,
  })
  const given = { VIGIE_MODEL_FOLDER: '/srv/models/petit-lecteur/', VIGIE_DATA: '/srv/vigie' }
  const place = { folder: '/srv/models/petit-lecteur', model: 'petit-lecteur', library: '/srv/vigie/transformers' }
  assert.deepEqual(readConfig(given).model, place)
  assert.deepEqual(readConfig({ ...given, VIGIE_MODEL: 'Lecteur', VIGIE_TRANSFORMERS: '/opt/transformers' }).model, {
    ...place,
    model: 'Lecteur',
    library: '/opt/transformers',
  })
  for (const wrong of [{ VIGIE_MODEL: 'petit' }, { VIGIE_MODEL_URL: url }, { ...given, VIGIE_MODEL_URL: url }])
    assert.throws(() => readConfig(wrong), /VIGIE_MODEL_URL and/)
})
