/** A mail as bytes: lines of Latin letters, where each character is one byte. */
const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1')

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const HEAD = ['From: Camille Roux <camille@clients.test>', 'To: contact@fleursduport.test']
const dated = (id: string): string[] => [
  ...HEAD,
  `Message-ID: <${id}@clients.test>`,
  'Date: Mon, 2 Mar 2026 09:00:00 +0100',
]

export interface Hostile {
  source: Buffer
  /** What must be readable in it, whatever it is. */
  says?: string
  subject?: string
}

const nested = (depth: number): string => {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}`,
  )
  return [...open, 'Content-Type: text/plain', '', 'au fond'].join('\r\n')
}

/** What arrives in the mailbox of a brand: broken, wrong, rare and wicked mails, by name. */
export const hostileMails: Record<string, Hostile> = {
  'latin letters labelled as UTF-8': {
    source: mail(
      ...dated('latin1'),
      'Subject: =?iso-8859-1?Q?D=E9=E7ue?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bouquet fan\xe9, d\xe9j\xe0 !',
    ),
    says: 'Bouquet fané, déjà !',
    subject: 'Déçue',
  },
  'UTF-8 labelled as latin letters': {
    source: mail(
      ...dated('utf8'),
      'Content-Type: text/plain; charset=iso-8859-1',
      '',
      Buffer.from('Fanées dès l’arrivée').toString('latin1'),
    ),
    says: 'Fanées dès l’arrivée',
  },
  'no label at all': { source: mail(...dated('nolabel'), '', 'fan\xe9'), says: 'fané' },
  'a character set that nobody knows': {
    source: mail(...dated('klingon'), 'Content-Type: text/plain; charset=x-klingon', '', 'Bonjour'),
    says: 'Bonjour',
  },
  'UTF-7, with a script in it': {
    source: mail(
      ...dated('utf7'),
      'Content-Type: text/html; charset=utf-7',
      '',
      '+ADw-script+AD4-alert(1)+ADw-/script+AD4- Bonjour',
    ),
    says: 'Bonjour',
  },
  'base64 broken in the middle': {
    source: mail(
      ...dated('b64'),
      'Content-Transfer-Encoding: base64',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${base64('Bonjour, ')}`,
      '!!!***',
      base64('je suis déçue'),
    ),
    says: 'Bonjour',
  },
  'an attachment cut off in the middle': {
    source: mail(
      ...dated('cut'),
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Voir la photo',
      '--x',
      'Content-Type: image/jpeg; name=photo.jpg',
      'Content-Transfer-Encoding: base64',
      '',
      '/9j/4AAQSkZJ',
    ),
    says: 'Voir la photo',
  },
  'no date': { source: mail(...HEAD, 'Message-ID: <nodate@clients.test>', '', 'Sans date'), says: 'Sans date' },
  'a date in the far future': {
    source: mail(...HEAD, 'Message-ID: <future@clients.test>', 'Date: Fri, 1 Jan 2999 00:00:00 +0000', '', 'Du futur'),
    says: 'Du futur',
  },
  'a date that is none': { source: mail(...HEAD, 'Date: mardi dernier', '', 'Hier'), says: 'Hier' },
  'no id': { source: mail(...HEAD, 'Date: Mon, 2 Mar 2026 09:00:00 +0100', '', 'Sans nom'), says: 'Sans nom' },
  'an empty id': { source: mail(...HEAD, 'Message-ID: <>', '', 'Vide'), says: 'Vide' },
  'an id with spaces, of a thousand letters': {
    source: mail(...HEAD, `Message-ID: <${'a b'.repeat(400)}@clients.test>`, '', 'Long'),
    says: 'Long',
  },
  'zeros in the words and in the headers': {
    source: mail(...dated('nul'), 'Subject: Bon\0jour', 'Content-Type: text/plain', '', 'a\0b\0c, bonjour'),
    says: 'bonjour',
  },
  'a header within a header': {
    source: mail(
      ...dated('injection'),
      `Subject: =?utf-8?B?${base64('Bonjour\r\nBcc: tous@clients.test\r\n\r\nautre')}?=`,
      '',
      'Bonjour',
    ),
    says: 'Bonjour',
    subject: 'Bonjour Bcc: tous@clients.test autre',
  },
  'five thousand references': {
    source: mail(
      ...dated('refs'),
      `References: ${Array.from({ length: 5000 }, (_, n) => `<ref-${n}@clients.test>`).join('\r\n ')}`,
      '',
      'Long fil',
    ),
    says: 'Long fil',
  },
  'ten thousand headers': {
    source: mail(
      ...dated('heads'),
      ...Array.from({ length: 10_000 }, (_, n) => `X-Padding-${n}: ${'x'.repeat(40)}`),
      '',
      'Bavard',
    ),
    says: 'Bavard',
  },
  'eighty boxes in one another': { source: mail(...dated('boxes'), nested(80)), says: 'au fond' },
  'two thousand boxes in one another': { source: mail(...dated('toomany'), nested(2000)) },
  'a page of two megabytes of open tags': {
    source: mail(...dated('tags'), 'Content-Type: text/html', '', `Bonjour${'<div><b>'.repeat(250_000)}`),
    says: 'Bonjour',
  },
  'a page that wants to act': {
    source: mail(
      ...dated('page'),
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><meta http-equiv=refresh content="0;url=https://voleur.test"><base href="https://voleur.test"><title>x</title></head>',
      '<body onload="alert(1)"><script>alert(2)</script><p>Bonjour, <img src=x onerror=alert(3)> <a href="javascript:alert(4)">ici</a></p>',
      '<iframe src="https://voleur.test"></iframe><form action="https://voleur.test"><input name=mdp></form><svg onload=alert(5)><script>x</script></svg>',
      '<a href="https://boutique.test/panier">mon panier</a></body></html>',
    ),
    says: 'mon panier (https://boutique.test/panier)',
  },
  'winmail.dat': {
    source: mail(
      ...dated('tnef'),
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Voir ci-joint',
      '--x',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="winmail.dat"',
      '',
      'eJ8+IgEQAAEAAAAAAAEAAQABB5AGAA==',
      '--x--',
    ),
    says: 'Voir ci-joint',
  },
  'a name that pretends to be another address': {
    source: mail(
      'From: "contact@banque.test" <voleur@clients.test>',
      'To: contact@fleursduport.test',
      'Message-ID: <name@clients.test>',
      '',
      'Cliquez',
    ),
    says: 'Cliquez',
  },
  'nobody behind « From »': { source: mail('From: ', 'To: contact@fleursduport.test', '', 'Anonyme'), says: 'Anonyme' },
  'five hundred senders': {
    source: mail(`From: ${Array.from({ length: 500 }, (_, n) => `p${n}@clients.test`).join(', ')}`, '', 'Nous tous'),
    says: 'Nous tous',
  },
  'a file with a path and hidden letters in its name': {
    source: mail(
      ...dated('file'),
      'Content-Type: application/pdf; name="../../etc/\u0008passwd"',
      'Content-Disposition: attachment; filename="..\\..\\facture\u0007.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      base64('%PDF-1.4'),
    ),
  },
  'headers only': { source: mail(...dated('headonly'), 'Subject: Vous êtes où ?') },
  'one line that is no header': { source: Buffer.from('bonjour') },
  'line ends of another world': { source: mail(...dated('cr'), '', 'un\rdeux\ntrois\r\n.\r\nquatre'), says: 'quatre' },
  noise: { source: Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)) },
}
