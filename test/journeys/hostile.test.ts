import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import { fr } from '../../src/web/words/fr.ts'
import { credentialsFor } from '../email/rig.ts'
import { BRAND, CAMILLE, mailServersReady, startMailServers } from '../email/servers.ts'
import { requires } from '../requires.ts'
import type { Desk } from './desk.ts'
import { caseIn, findRow, goTo, plain, press, reads, thread } from './gestures.ts'
import { ELSEWHERE, hostilePage, vectors } from './hostile/vectors.ts'
import { type Scene, tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import { openWindow } from './person.ts'
import { openForum } from './source.ts'

/** The same page without the desk’s care: were the watch blind, everything below would prove nothing. */
const proveTheWatch = async ({ browser, desk, part }: Scene): Promise<void> => {
  part('the watch sees what an unguarded page does')
  await using careless = await openWindow(browser, desk, 'nobody')
  await careless.page.route('**/*', (route) => route.abort())
  await careless.page.setContent(hostilePage, { waitUntil: 'commit' })
  await eventually(() => {
    for (const address of ['/run', '/pixel.gif', '/style.css'])
      assert.ok(
        careless.faults.some((fault) => fault.includes(`${ELSEWHERE}${address}`)),
        address,
      )
  })
}

const screens = { n: /notifications/, c: /channels/, q: /quarantine/, m: /members/, r: /settings/ }

/** Nothing that strangers wrote has become a part of the page. */
const isOnlyText = async (page: Page, desk: Desk): Promise<void> => {
  for (const planted of [
    'script:not([src])',
    'iframe[srcdoc*="parent"]',
    '[onerror]',
    '[onload]',
    '[onfocus]',
    'meta[http-equiv=refresh]',
  ])
    assert.equal(await page.locator(planted).count(), 0, planted)
  const addresses = 'Array.from(document.querySelectorAll("a[href]"), (link) => link.href)'
  for (const href of (await page.evaluate(addresses)) as string[]) assert.match(href, /^(https?|mailto):/)
  const sources =
    'Array.from(document.querySelectorAll("img, link, script, video, audio, source, object, embed"), (e) => e.src || e.href || e.data || "")'
  for (const source of (await page.evaluate(sources)) as string[])
    assert.ok(source === '' || source.startsWith(`${desk.url}/`) || /^(data|blob):/.test(source), source)
}

test('hostile names, messages, files and addresses stay what they are: text', async (t) => {
  await using forum = await openForum()
  await tell(t, { allow: [forum.host] }, async (scene) => {
    const { desk, part } = scene
    await proveTheWatch(scene)
    const sarah = await enterAsSarah(scene)
    const { page, call } = sarah
    await forum.connectThrough(sarah)
    await goTo(page, 'i', /inbox/)

    part('each of them writes to the brand')
    for (const [place, vector] of vectors.entries()) {
      const author = { id: `hostile-${place}`, handle: vector.slice(0, 490), name: vector.slice(0, 490) }
      const attachments = [
        { kind: 'image', url: `${ELSEWHERE}/a.png`, name: vector, alt: vector },
        { kind: 'file', url: `${ELSEWHERE}/a.html`, name: `${vector}.html`, mediaType: 'text/html' },
      ]
      const more = { author: { ...author, avatarUrl: `${ELSEWHERE}/avatar.png`, url: `${ELSEWHERE}/profile` } }
      await forum.says('', `${place} ${vector} https://fleurs.example/?q="onmouseover=alert(1)`, {
        ...more,
        attachments,
      })
    }
    await forum.says('', vectors.join(' '), { author: { id: 'x', handle: 'x', name: 'x' }, odd: vectors[0] })
    await eventually(async () => assert.equal((await call.listInbox({})).rows.length, vectors.length))
    await page.reload()

    part('each is read as it was written')
    const unread = new Set(vectors)
    for (let opened = ''; unread.size > 0; opened = caseIn(page)) {
      const key = opened
      // The address follows when one stops: a second press at once would pass over a case.
      let pressedAt = 0
      await eventually(async () => {
        if (caseIn(page) === key && Date.now() - pressedAt > 2_000) {
          pressedAt = Date.now()
          await page.keyboard.press('j')
        }
        assert.notEqual(caseIn(page), key)
      })
      const { messages, author } = await call.readCase({ id: caseIn(page) })
      const vector = author.displayName
      await reads(page.locator('.case-who h2'), vector)
      await reads(thread(page), `${vector} https`)
      assert.ok(messages[0]?.text.includes(vector))
      await isOnlyText(page, desk)
      assert.ok(unread.delete(vector), vector)
    }

    part('colleagues may be hostile too')
    const id = new URL(page.url()).searchParams.get('case') ?? ''
    const words = vectors.slice(0, 6).join(' ')
    await call.addNote({ id, text: `@Sarah Duval ${words}` })
    const label = await call.createLabel({ name: `<img src=x onerror=alert(1)>` })
    await call.labelCase({ id, labelId: label.id })
    await call.recordFact({ id, kind: 'order', status: 'done', detail: vectors[1] ?? '' })
    await call.updateWorkspace({
      name: '<svg onload=alert(1)>',
      privateWays: [{ kind: 'form', value: 'javascript:alert(1)' }],
    })
    await call.saveView({ name: '"><img src=x onerror=alert(1)>', filter: { owner: 'me' }, shared: true })
    await page.reload()
    await reads(page.locator('.note-card'), plain(words))
    await isOnlyText(page, desk)
    for (const [letter, address] of Object.entries(screens)) {
      await goTo(page, letter, address)
      await page.locator('h1').waitFor()
      await isOnlyText(page, desk)
    }
    await goTo(page, 'i', /inbox/)
    await press(page, 'Control+k', page.getByRole('dialog', { name: fr.commands.title }))
    await page.keyboard.type('pixel')
    await page.locator('.pick').filter({ hasText: 'pixel' }).first().waitFor()
    await isOnlyText(page, desk)
  })
})

test('a hostile mail shows its words, and tells nobody that it was read', async (t) => {
  if (!requires('Dovecot and Postfix', mailServersReady(), t)) return
  await using mail = await startMailServers()
  const allow = [mail.imap, mail.submission].map((port) => `127.0.0.1:${port}`)
  // A style in the mail is stopped by the policy of the page while the mail is taken apart, before it is dropped.
  const tolerates = /Applying inline style violates/
  await tell(t, { allow, tolerates }, async (scene) => {
    const { desk, part } = scene
    const { page, call } = await enterAsSarah(scene)
    await call.connectChannel({ connector: 'email', credentials: credentialsFor(mail), brandAccount: true })

    part('the mail arrives')
    const transport = createTransport({ host: '127.0.0.1', port: mail.smtp, ignoreTLS: true })
    await transport.sendMail({
      from: { name: vectors[1] ?? '', address: CAMILLE },
      to: BRAND,
      subject: vectors[0] ?? '',
      html: hostilePage,
      attachments: [{ filename: 'facture.html', content: hostilePage, contentType: 'text/html' }],
    })
    transport.close()
    await page.goto(desk.url)
    await (await findRow(page, 'où est ma commande')).click()
    await reads(thread(page), 'Bonjour, où est ma commande ?')
    await isOnlyText(page, desk)

    part('its form is shown')
    await page.getByRole('button', { name: fr.thread.asMail }).click()
    const shown = page.frameLocator('.mail-frame').locator('body')
    await reads(shown, 'Bonjour, où est ma commande ?')
    for (const planted of [
      'script',
      'img',
      'form',
      'input',
      'iframe',
      'object',
      'embed',
      'svg',
      'style',
      'link',
      'video',
      '[style]',
    ])
      assert.equal(await shown.locator(planted).count(), 0, planted)
    await reads(page.locator('.thread'), /distante/)

    part('its attachment is handed over, not opened')
    const file = page.locator('.attachments a').first()
    const address = await file.getAttribute('href')
    const answer = await page.request.get(`${desk.url}${address}`)
    assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/)
    assert.match(answer.headers()['content-security-policy'] ?? '', /sandbox/)
  })
})
