import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS } from '#core/time.ts'
import { readCode, stateOf, type Voucher, voucherCode, weighed, whyNotRedeemed, whyNoVoucher } from './voucher.ts'

const NOW = 400 * DAY_MS
const voucher = (more: Partial<Voucher> = {}): Voucher => ({
  ...{ amountCents: 1_000, issuedAt: NOW - DAY_MS, validUntil: NOW + DAY_MS, redeemedAt: null, voidedAt: null },
  ...more,
})

test('a voucher is used once, while it is valid and not void', () => {
  assert.equal(whyNotRedeemed(voucher(), NOW), null)
  assert.equal(whyNotRedeemed(voucher({ redeemedAt: NOW }), NOW), 'redeemed')
  assert.equal(whyNotRedeemed(voucher({ voidedAt: NOW }), NOW), 'void')
  assert.equal(whyNotRedeemed(voucher({ validUntil: NOW }), NOW), 'expired')
  assert.equal(stateOf(voucher({ voidedAt: NOW, redeemedAt: NOW }), NOW), 'void')
})

test('one customer and all of them together stay within what the brand gives in twelve months (C5, G8)', () => {
  const rules = { perCustomerCents: 2_500, perYearCents: 10_000, validDays: 180 }
  const ask = (amountCents: number, ofCustomer: Voucher[] = [], ofBrandCents = 0) =>
    whyNoVoucher({ amountCents, ofCustomer, ofBrandCents, rules, now: NOW })
  assert.equal(ask(2_500), null)
  assert.equal(ask(2_501), 'customer-cap')
  assert.equal(ask(1_501, [voucher()]), 'customer-cap')
  assert.equal(ask(1_500, [voucher()]), null)
  assert.equal(ask(1_000, [], 9_001), 'brand-cap')
})

test('what is void, never used in its time, or older than a year weighs nothing', () => {
  const gone = [voucher({ voidedAt: NOW }), voucher({ validUntil: NOW - 1 }), voucher({ issuedAt: NOW - 366 * DAY_MS })]
  assert.equal(weighed([...gone, voucher(), voucher({ redeemedAt: NOW, validUntil: NOW - 1 })], NOW), 2_000)
})

test('a code is read back however it is typed, and holds no letter that is mistaken for another', () => {
  const code = voucherCode(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]))
  assert.match(code, /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  assert.doesNotMatch(code, /[01BIOSZ258]/)
  assert.equal(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code)
  assert.equal(readCode('ABC'), null)
})
