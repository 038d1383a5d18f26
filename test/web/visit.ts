import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { idOf } from './mock-data.ts'

const desk = `/w/${idOf(11, 1)}`
const open = (n: number) => `${desk}/inbox?case=${idOf(3, n)}`
const type = (text: string) => async (page: Page) => {
  await page.locator('textarea.box-text').fill(text)
  await page.waitForTimeout(400)
}
const press = (key: string, then: string) => async (page: Page) => {
  await page.locator('.queue').focus()
  await page.keyboard.press(key)
  await page.waitForSelector(then)
}

/** Every screen, and the states that change how one looks: its name, its address, what to wait for, and what to do there. */
export const screens: readonly { name: string; at: string; ready: string; act?: (page: Page) => Promise<void> }[] = [
  { name: 'sign-in', at: '/sign-in', ready: 'form' },
  { name: 'set-up', at: '/set-up#token', ready: 'form' },
  { name: 'join', at: '/join#token', ready: 'form' },
  { name: 'nowhere', at: '/nowhere', ready: '.trouble' },
  { name: 'welcome', at: `${desk}/welcome`, ready: '.connector' },
  { name: 'welcome-promise', at: `${desk}/welcome?step=promise`, ready: '.promise' },
  { name: 'welcome-people', at: `${desk}/welcome?step=people`, ready: 'form' },
  { name: 'inbox', at: `${desk}/inbox`, ready: '.row' },
  { name: 'inbox-empty', at: `${desk}/inbox?queue=resolved`, ready: '.empty' },
  { name: 'case', at: open(0), ready: '.composer' },
  { name: 'case-private', at: open(5), ready: '.composer.private' },
  { name: 'case-pen-held', at: open(6), ready: '.composer-notice' },
  { name: 'case-deliveries', at: open(3), ready: '.delivery' },
  { name: 'case-held', at: open(4), ready: '.delivery.held' },
  { name: 'case-long', at: open(1), ready: '.bubble' },
  {
    name: 'case-guarded',
    at: open(2),
    ready: '.composer',
    act: async (page) => {
      await type('Bonjour Camille, vous êtes remboursée. Envoyez-nous votre numéro de téléphone ici.')(page)
      await page.waitForSelector('.finding.block')
    },
  },
  {
    name: 'case-file',
    at: open(0),
    ready: '.file-gestures',
    act: async (page) => {
      for (const part of ['promises', 'questions', 'gestures'])
        await page.locator(`.file-${part} > .button:last-child`).click()
      await page.locator('.file-gestures .fact-form').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'case-note',
    at: open(2),
    ready: '.composer',
    act: async (page) => {
      await page.locator('.mode.internal').click()
      await type('@Jul')(page)
      await page.waitForSelector('.mention')
    },
  },
  {
    name: 'case-fact',
    at: open(0),
    ready: '.composer',
    act: async (page) => {
      await page.locator('.file-facts ~ .button').first().click()
      await page.waitForSelector('.fact-form')
    },
  },
  {
    name: 'case-given',
    at: open(0),
    ready: '.composer',
    act: async (page) => {
      await page.locator('.side-block button[aria-expanded=false]').last().click()
      await page.waitForSelector('.timeline li')
    },
  },
  {
    name: 'radar',
    at: `${desk}/radar`,
    ready: '.radar-story',
    act: async (page) => {
      await page.locator('.radar-story > button').first().click()
      await page.waitForSelector('.verbatims')
    },
  },
  { name: 'digest', at: `${desk}/digest`, ready: '.digest-line' },
  { name: 'thanks', at: `${desk}/inbox?queue=thanks`, ready: '.list-head' },
  { name: 'crisis', at: `${desk}/crisis`, ready: '.cell-log li' },
  {
    name: 'crisis-line',
    at: `${desk}/crisis`,
    ready: '.cell-log li',
    act: async (page) => {
      await page.keyboard.press('f')
      await page.waitForSelector('.may-say-form')
      await page.keyboard.press('y')
    },
  },
  { name: 'palette', at: open(2), ready: '.composer', act: press('Control+k', '.pick') },
  { name: 'keymap', at: open(2), ready: '.composer', act: press('?', '.keymap') },
  { name: 'snooze', at: open(2), ready: '.composer', act: press('s', '.pick') },
  { name: 'resolve', at: open(2), ready: '.composer', act: press('e', '.pick') },
  { name: 'ticked', at: open(2), ready: '.composer', act: press('x', '.bulk-bar') },
  { name: 'case-waits-approval', at: open(8), ready: '.delivery.waiting' },
  { name: 'case-returned', at: open(9), ready: '.composer-notice blockquote' },
  { name: 'approvals', at: `${desk}/approvals`, ready: '.request-row' },
  { name: 'approval-graver', at: `${desk}/approvals?request=${idOf(20, 21)}`, ready: '.request-holding' },
  {
    name: 'approval-corrected',
    at: `${desk}/approvals?request=${idOf(20, 1)}`,
    ready: '.request-acts',
    act: async (page) => {
      await page.keyboard.press('e')
      await page.locator('.request-words textarea').fill('Bonjour Noé, je suis désolé. Écrivez-nous ici. Tom')
      await page.waitForSelector('.diff ins, .diff del')
    },
  },
  { name: 'deliveries', at: `${desk}/deliveries`, ready: '.unsettled .panel' },
  { name: 'notifications', at: `${desk}/notifications`, ready: '.bell li' },
  { name: 'channels', at: `${desk}/channels`, ready: '.channel' },
  { name: 'connect', at: `${desk}/channels/connect`, ready: '.connector' },
  { name: 'connect-form', at: `${desk}/channels/connect?connector=pigeon`, ready: 'form' },
  { name: 'quarantine', at: `${desk}/quarantine`, ready: '.receipts .panel' },
  { name: 'reset', at: '/reset#token', ready: 'form' },
  { name: 'me-security', at: `${desk}/me?section=security`, ready: '.session-list' },
  {
    name: 'me-codes',
    at: `${desk}/me?section=security`,
    ready: '.session-list',
    act: async (page) => {
      await page.locator('.panel:nth-of-type(2) .acts .button').click()
      await page.waitForSelector('.qr-code')
    },
  },
  { name: 'journal', at: `${desk}/journal`, ready: '.journal li' },
  { name: 'team', at: `${desk}/team`, ready: '.rota .hole' },
  {
    name: 'team-department',
    at: `${desk}/team`,
    ready: '.departments',
    act: async (page) => {
      await page.locator('.departments .button').first().click()
      await page.waitForSelector('.departments form')
    },
  },
  { name: 'drill-hall', at: `${desk}/drill`, ready: '.drill-about' },
  { name: 'drill-room', at: `/w/${idOf(11, 9)}/drill`, ready: '.drill-moods li' },
  { name: 'drill-inbox', at: `/w/${idOf(11, 9)}/inbox`, ready: '.drill-band' },
  {
    name: 'drill-debrief',
    at: `/w/${idOf(11, 9)}/drill`,
    ready: '.drill-moods li',
    act: async (page) => {
      await page.locator('.page-acts .button').last().click()
      await page.locator('[role=alertdialog] .danger, [role=dialog] .danger').click()
      await page.waitForSelector('.drill-scores article')
    },
  },
  { name: 'members', at: `${desk}/members`, ready: '.autonomy li' },
  { name: 'charter', at: `${desk}/charter`, ready: '.clauses li' },
  {
    name: 'charter-edited',
    at: `${desk}/charter`,
    ready: '.clauses li',
    act: async (page) => {
      await page.locator('.charter-try textarea').fill('Suite à votre demande, donnez votre numéro de téléphone ici.')
      await page.locator('.charter-article header .button').nth(2).click()
      // Promised day and night, while nobody is there on Sunday: said before anything is kept.
      await page.locator('.charter-row').nth(1).locator('select').last().selectOption('always')
      await page.waitForSelector('.charter-article .charter-faults li')
    },
  },
  { name: 'settings', at: `${desk}/settings`, ready: '.promise' },
  { name: 'settings-hours', at: `${desk}/settings?section=hours`, ready: '.day' },
  { name: 'settings-ways', at: `${desk}/settings?section=private-ways`, ready: '.way' },
  { name: 'settings-labels', at: `${desk}/settings?section=labels`, ready: '.label-list li' },
  { name: 'outreach', at: `${desk}/incidents/${idOf(71, 1)}/outreach`, ready: '.outreach-people' },
  { name: 'outreach-draft', at: `${desk}/incidents/${idOf(71, 2)}/outreach`, ready: '.outreach-form' },
  { name: 'outreach-read', at: `${desk}/incidents/${idOf(71, 3)}/outreach`, ready: '.outreach-words' },
  { name: 'ambassadors', at: `${desk}/ambassadors`, ready: '.proofs' },
  { name: 'statements', at: `${desk}/statements`, ready: '.scheduled-post' },
  {
    name: 'statements-prepare',
    at: `${desk}/statements`,
    ready: '.library-line',
    act: async (page) => {
      await page.locator('.library-line .acts .button:nth-child(2)').first().click()
      await page
        .locator('.wording textarea')
        .first()
        .fill('Suite à votre demande, donnez votre numéro de téléphone ici.')
      await page.waitForSelector('.statement-findings .block')
    },
  },
  {
    name: 'statements-write',
    at: `${desk}/statements/write?incident=${idOf(60, 1)}&prepared=${idOf(61, 1)}`,
    ready: '.account-text textarea',
    act: async (page) => {
      await page.locator('.account-text textarea').last().fill('Donnez-nous ici votre numéro de commande.')
      await page.waitForSelector('.account-text .statement-findings .block')
    },
  },
  {
    name: 'statements-at-an-hour',
    at: `${desk}/statements/write?follows=${idOf(62, 14)}`,
    ready: '.account-text textarea',
    act: (page) => page.waitForSelector('.when-fields [role="status"]').then(() => undefined),
  },
  { name: 'moderation', at: `${desk}/moderation`, ready: '.removals li' },
  { name: 'settings-systems', at: `${desk}/settings?section=systems`, ready: '.systems li' },
  { name: 'settings-alerts', at: `${desk}/settings?section=alerts`, ready: '.new-way' },
  { name: 'settings-access', at: `${desk}/settings?section=access`, ready: '.second-factor-policy' },
  { name: 'settings-brand', at: `${desk}/settings?section=brand`, ready: 'form' },
  { name: 'me', at: `${desk}/me`, ready: 'form' },
  { name: 'me-notices', at: `${desk}/me?section=notices`, ready: '.notice-topics li' },
  { name: 'me-shortcuts', at: `${desk}/me?section=shortcuts`, ready: '.key-list' },
  { name: 'me-sessions', at: `${desk}/me?section=sessions`, ready: '.session-list li' },
  { name: 'me-password', at: `${desk}/me?section=password`, ready: 'form' },
]

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What colours alone can spoil: all that a second theme must be asked. */
export const colours = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page, one line a fault, with the element; by its rules for everyone, or by some of them, `besides` those. Of what is well it gathers nothing. */
export const faultsOf = async (page: Page, rules = tags, besides: readonly string[] = []): Promise<string[]> => {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axeSource)
  const off = Object.fromEntries(besides.map((rule) => [rule, { enabled: false }]))
  const options = { runOnly: rules, rules: off, resultTypes: ['violations'] }
  return page.evaluate(async (asked) => {
    type Axe = {
      run: (
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
    }
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(asked)
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} (${n.failureSummary ?? ''})`))
  }, options)
}
