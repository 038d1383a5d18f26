import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MOST_FILE_BYTES } from './decode-file.ts'
import { MOST_LINES, type OrdersRead, readOrders } from './read-orders.ts'
import { readTable, writeCell } from './read-table.ts'
import { rejectedFile } from './rejected-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0))

const read = (given: string | Uint8Array): OrdersRead => {
  const orders = readOrders(typeof given === 'string' ? utf8(given) : given)
  assert.ok('orders' in orders, JSON.stringify(orders))
  return orders
}

const HEAD = 'N° commande;Prénom;E-mail;Date;Solution'

test('the orders of a French spreadsheet are read in either encoding and with any separator (C2)', () => {
  const line = 'FL-4471;Inès;Ines.Bouvier@clients.test;31/05/2026;relivraison mardi'
  const expected = {
    ...{ line: 2, order: 'FL-4471', firstName: 'Inès', name: null, email: 'ines.bouvier@clients.test' },
    ...{ day: '2026-05-31', solution: 'relivraison mardi' },
  }
  const one = read(`\ufeff${HEAD}\r\n${line}\r\n`)
  assert.deepEqual([one.encoding, one.separator, one.orders, one.rejected], ['utf-8', ';', [expected], []])
  const two = read(latin(`${HEAD}\n${line}`))
  assert.deepEqual([two.encoding, two.orders], ['windows-1252', [expected]])
  for (const separator of [',', '\t'])
    assert.deepEqual(read(`${HEAD}\n${line}`.replaceAll(';', separator)).orders, [expected])
})

test('a quoted cell keeps separators, marks and ends of lines; lines are counted as an editor counts them', () => {
  const { orders, rejected } = read('order,name,email\n1,"Roux, ""Camille""\nFleuriste",c@x.test\n2,Noé,\n\n3,x,y@x\n')
  assert.deepEqual(
    rejected.map(({ line, faults }) => [line, faults[0]?.code]),
    [
      [2, 'unreadable'],
      [6, 'not-an-email'],
    ],
  )
  assert.deepEqual(
    orders.map(({ line, order }) => [line, order]),
    [[4, '2']],
  )
})

test('each line that cannot be used says why, and the rest is read', () => {
  const { orders, rejected } = read(
    [
      HEAD,
      '1;Camille;camille@clients;31/05/2026;',
      '2;Noé;noe@clients.test;31/02/2026;',
      ';Lucas;;;',
      '4;Inès;;',
      '5;"Aïcha;;;',
      '6;Omar;omar@clients.test;2026-06-01;',
    ].join('\n'),
  )
  assert.deepEqual(
    orders.map(({ order }) => order),
    ['6'],
  )
  assert.deepEqual(
    rejected.map(({ line, faults }) => [line, ...faults.map(({ code }) => code)]),
    [
      [2, 'not-an-email'],
      [3, 'not-a-day'],
      [4, 'order-missing'],
      [5, 'cells'],
      [6, 'unclosed-quote'],
    ],
  )
})

test('a file that is no list of orders is refused whole, with what to do about it', () => {
  const fault = (bytes: Uint8Array) => readOrders(bytes)
  assert.deepEqual(fault(utf8('a;b\n1;2')), { fault: 'no-order-column', found: ['a', 'b'] })
  assert.deepEqual(fault(utf8('commande;order\n1;2')), { fault: 'column-twice', column: 'order' })
  assert.deepEqual(fault(utf8(' \n')), { fault: 'empty-file' })
  assert.deepEqual(fault(Uint8Array.from([0xff, 0xfe, 0x61, 0])), { fault: 'not-text' })
  assert.deepEqual(fault(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), { fault: 'not-text' })
  assert.deepEqual(fault(new Uint8Array(MOST_FILE_BYTES + 1)), { fault: 'too-large' })
  const long = fault(utf8(`order\n${'1\n'.repeat(MOST_LINES + 1)}`))
  assert.deepEqual(long, { fault: 'too-many-lines', lines: MOST_LINES + 1, most: MOST_LINES })
})

test('columns that nobody asked for are named and not kept', () => {
  const { ignored, orders } = read('order;card number;email\n1;4111111111111111;a@x.test')
  assert.deepEqual(ignored, ['card number'])
  assert.doesNotMatch(JSON.stringify(orders), /4111/)
})

test('the refused lines, mended, are imported again', () => {
  const { header, rejected, separator } = read(`${HEAD}\n1;Camille;camille@clients;;\n2;Noé;noe@clients.test;;`)
  const file = rejectedFile(
    ...([
      header,
      rejected.map(({ line, raw, faults }) => ({ line, raw, said: faults.map(({ code }) => code) })),
    ] as const),
    ...([separator, 'Pourquoi refusée'] as const),
  )
  assert.equal(file, `${HEAD};Pourquoi refusée\r\n1;Camille;camille@clients;;;2: not-an-email\r\n`)
  const again = read(file.replace('camille@clients', 'camille@clients.test'))
  assert.deepEqual([again.orders.length, again.rejected, again.ignored], [1, [], ['Pourquoi refusée']])
})

test('a cell never becomes a formula in the sheet that opens it', () => {
  assert.equal(writeCell('=HYPERLINK("x";"y")', ';'), '"\'=HYPERLINK(""x"";""y"")"')
  assert.equal(writeCell('+33 6', ';'), "'+33 6")
})

test('whatever a file holds, each of its lines is either read or given back, and none twice', () => {
  const cell = fc.stringMatching(/^[a-z"@; ]{0,8}$/)
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (lines) => {
      const text = `order;email\n${lines.join('\n')}`
      const { lines: cut } = readTable(text)
      const { orders, rejected } = read(text)
      assert.equal(orders.length + rejected.length, cut.length - 1)
      const letters = (said: string) => said.replaceAll(/\s/g, '')
      assert.equal(letters(cut.map(({ raw }) => raw).join('')), letters(text))
    }),
  )
})
