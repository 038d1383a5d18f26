import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { FetchRefused, isBeforeWriting, makeSafeFetch } from './safe-fetch.ts'

const servers: { close(): void; closeAllConnections(): void }[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const refused = (reason: FetchRefused['reason']) => (error: unknown) =>
  error instanceof FetchRefused && error.reason === reason

/** A name server that must never be asked to reach anything: each of these is refused before a connection. */
const nowhere = async (): Promise<string[]> => ['127.0.0.1']

describe('the one door to the web', () => {
  it('refuses private addresses in every spelling', async () => {
    const door = makeSafeFetch({ resolve: nowhere })
    const spellings = [
      'https://127.0.0.1/',
      'https://127.1/',
      'https://127.0.1/',
      'https://2130706433/',
      'https://0177.0.0.1/',
      'https://0x7f.0.0.1/',
      'https://0x7f000001/',
      'https://017700000001/',
      'https://0x7f.1/',
      'https://127.0.0.1./',
      'https://①②⑦.⓪.⓪.①/',
      'https://0/',
      'https://0.0.0.0/',
      'https://10.0.0.1/',
      'https://172.16.5.4/',
      'https://192.168.1.1/',
      'https://169.254.169.254/latest/meta-data/',
      'https://2852039166/',
      'https://100.64.0.1/',
      'https://192.0.0.1/',
      'https://192.0.2.1/',
      'https://198.18.0.1/',
      'https://198.51.100.7/',
      'https://203.0.113.7/',
      'https://224.0.0.1/',
      'https://240.0.0.1/',
      'https://255.255.255.255/',
      'https://[::1]/',
      'https://[::]/',
      'https://[::127.0.0.1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[::ffff:7f00:1]/',
      'https://[::ffff:8.8.8.8]/',
      'https://[0:0:0:0:0:0:0:1]/',
      'https://[fe80::1]/',
      'https://[fc00::1]/',
      'https://[fd12:3456::1]/',
      'https://[ff02::1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://[2002:7f00:1::]/',
      'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
      'https://[2001:db8::1]/',
      'https://[100::1]/',
      'https://[fec0::1]/',
      'https://localhost/',
      'https://LOCALHOST./',
      'https://innocent.example/',
      'https://127.0.0.1%2f@innocent.example/',
    ]
    for (const spelling of spellings) {
      const isForbidden = (error: unknown) =>
        error instanceof FetchRefused && ['private-address', 'credentials-in-url', 'bad-url'].includes(error.reason)
      await assert.rejects(door(spelling), isForbidden, spelling)
    }
  })

  it('refuses a name as soon as one of its addresses is private', async () => {
    for (const hidden of ['10.0.0.1', '::1', '::127.0.0.1', 'fe80::1', '64:ff9b::a00:1', 'not an address']) {
      const door = makeSafeFetch({ resolve: async () => ['93.184.216.34', hidden] })
      await assert.rejects(door('https://two-faced.example/'), refused('private-address'), hidden)
    }
    await assert.rejects(
      makeSafeFetch({ resolve: async () => [] })('https://empty.example/'),
      refused('private-address'),
    )
  })

  it('refuses other protocols, other ports, plain http and credentials', async () => {
    const door = makeSafeFetch({ resolve: nowhere })
    const cases: [string, FetchRefused['reason']][] = [
      ['http://example.com/', 'not-https'],
      ['ftp://example.com/', 'not-https'],
      ['file:///etc/passwd', 'not-https'],
      ['data:text/plain,hello', 'not-https'],
      ['gopher://127.0.0.1:6379/_FLUSHALL', 'not-https'],
      ['https://example.com:8443/', 'port-not-allowed'],
      ['https://example.com:22/', 'port-not-allowed'],
      ['https://someone@example.com/', 'credentials-in-url'],
      ['https://someone:secret@example.com/', 'credentials-in-url'],
      ['https://example.com@127.0.0.1/', 'credentials-in-url'],
      ['https://', 'bad-url'],
      ['/relative', 'bad-url'],
      ['https://exa mple.com/', 'bad-url'],
    ]
    for (const [address, reason] of cases) await assert.rejects(door(address), refused(reason), address)
  })

  it('visits a server that is named on the list, and no other port beside it', async () => {
    const host = await serve((_, response) => response.end('bonjour'))
    const canary = await serve(() => assert.fail('the neighbour was visited'))
    const door = makeSafeFetch({ allow: [host] })
    const response = await door(`http://${host}/a?b=c`)
    assert.equal(await response.text(), 'bonjour')
    assert.equal(response.url, `http://${host}/a?b=c`)
    await assert.rejects(door(`http://${canary}/`), refused('not-https'))
    await assert.rejects(door(`https://${canary}/`), refused('port-not-allowed'))
    assert.throws(() => makeSafeFetch({ allow: ['*'] }) && makeSafeFetch({ allow: ['a b'] }), TypeError)
  })

  it('judges each redirect anew, and follows three at most', async () => {
    const canary = await serve(() => assert.fail('the redirect led to a private server'))
    const host = await serve((request, response) => {
      const target = new URL(request.url ?? '/', 'http://x').searchParams.get('to') ?? '/'
      response.writeHead(302, { location: target }).end()
    })
    const door = makeSafeFetch({ allow: [host], resolve: nowhere })
    const to = (target: string) => door(`http://${host}/?to=${encodeURIComponent(target)}`)
    await assert.rejects(to(`http://${canary}/`), refused('not-https'))
    await assert.rejects(to('https://169.254.169.254/'), refused('private-address'))
    await assert.rejects(to('https://innocent.example/'), refused('private-address'))
    await assert.rejects(to('//127.0.0.1/'), refused('not-https'))
    await assert.rejects(to('file:///etc/passwd'), refused('not-https'))
    await assert.rejects(to('/?to=/'), refused('too-many-redirects'))
    const seen = await door(`http://${host}/?to=/elsewhere`, { redirect: 'manual' })
    assert.equal(seen.status, 302)
    await assert.rejects(door(`http://${host}/?to=/elsewhere`, { redirect: 'error' }), refused('redirect-refused'))
  })

  it('keeps secrets from another origin, and the body where the network asks to repeat it', async () => {
    const seen: { method: string | undefined; authorization: string | undefined; body: string }[] = []
    const listener: RequestListener = async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push({ method: request.method, authorization: request.headers.authorization, body })
      response.end('ok')
    }
    const target = await serve(listener)
    const status = { now: 307 }
    const host = await serve((_, response) => response.writeHead(status.now, { location: `http://${target}/` }).end())
    const door = makeSafeFetch({ allow: [host, target] })
    const post = () =>
      door(`http://${host}/`, { method: 'POST', body: '{"a":1}', headers: { authorization: 'Bearer secret' } })
    assert.equal((await post()).redirected, true)
    status.now = 303
    await post()
    assert.deepEqual(seen, [
      { method: 'POST', authorization: undefined, body: '{"a":1}' },
      { method: 'GET', authorization: undefined, body: '' },
    ])
  })

  it('stops reading what is too large, announced or not, compressed or not', async () => {
    const big = Buffer.alloc(200_000, 'a')
    const host = await serve((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', big.length)
      if (request.url === '/bomb') response.setHeader('content-encoding', 'gzip')
      response.write(request.url === '/bomb' ? gzipSync(big) : big.subarray(0, 1000))
      response.end(request.url === '/bomb' ? '' : big.subarray(1000))
    })
    const door = makeSafeFetch({ allow: [host], maxBytes: 50_000 })
    for (const path of ['/announced', '/streamed', '/bomb']) {
      const read = async () => (await door(`http://${host}${path}`)).text()
      await assert.rejects(read(), (error: unknown) => /over 50000 bytes/.test(String(error)), path)
    }
  })

  it('gives up in time, on the head and on the body, and when it is told to', async () => {
    const reached = Promise.withResolvers<IncomingMessage>()
    const host = await serve((request, response) => {
      if (request.url === '/slow-body') response.write('a little')
      if (request.url === '/told') reached.resolve(request)
    })
    const door = makeSafeFetch({ allow: [host], timeoutMs: 200 })
    await assert.rejects(door(`http://${host}/slow-head`))
    await assert.rejects((await door(`http://${host}/slow-body`)).text())
    const stop = new AbortController()
    const patient = makeSafeFetch({ allow: [host] })(`http://${host}/told`, { signal: stop.signal })
    await reached.promise
    stop.abort()
    await assert.rejects(patient, { name: 'AbortError' })
  })

  it('takes a request and a form of the runtime’s own', async () => {
    const host = await serve((request, response) => {
      let body = ''
      request
        .on('data', (chunk) => (body += chunk))
        .on('end', () => response.end(`${request.method} ${body.includes('bouquet.png')}`))
    })
    const door = makeSafeFetch({ allow: [host] })
    const form = new FormData()
    form.set('file', new File(['x'], 'bouquet.png', { type: 'image/png' }))
    assert.equal(await (await door(`http://${host}/`, { method: 'POST', body: form })).text(), 'POST true')
    const request = new Request(`http://${host}/`, { method: 'PUT', body: 'bouquet.png' })
    assert.equal(await (await door(request)).text(), 'PUT true')
  })

  it('tells a request that was never written from one that may have been', async () => {
    const gone = await serve(() => undefined)
    const { port } = new URL(`http://${gone}`)
    servers.at(-1)?.close()
    const closed = await makeSafeFetch({ allow: [gone] })(`http://${gone}/`).catch((error: unknown) => error)
    assert.equal(isBeforeWriting(closed), true, port)
    const cutting = await serve((request) => request.socket.destroy())
    const cut = await makeSafeFetch({ allow: [cutting] })(`http://${cutting}/`, { method: 'POST', body: 'x' }).catch(
      (error: unknown) => error,
    )
    assert.equal(isBeforeWriting(cut), false)
    assert.equal(isBeforeWriting(new FetchRefused('private-address', '')), true)
    assert.equal(isBeforeWriting(new FetchRefused('response-too-large', '')), false)
    assert.equal(isBeforeWriting(new AggregateError([])), false)
    assert.equal(isBeforeWriting('a string'), false)
  })
})
