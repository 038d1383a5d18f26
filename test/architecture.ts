import { dirname, join, normalize } from 'node:path'

export interface Source {
  path: string
  text: string
}

interface Room {
  /** The part of the tree that this rule governs; the first that matches does. */
  of: RegExp
  /** What its imports may be, as paths from the root or package names. */
  may: RegExp[]
}

/** The few packages that are pure and run in a browser. */
const PURE = [/^temporal-polyfill$/]
const CORE = /^src\/core\//
const DATABASE = [/^src\/server\/(db|desk|new-id)/, /^kysely$/, /^pg$/]
/** What verbs and jobs share, one folder a noun: none of it serves HTTP. */
const WORKSHOP = [
  /^src\/server\/(access|alerts|approvals|case-file|cases|channels|crisis|deliveries|drills|ingest|notices|outreach|queries|rota|actions|radar|digest|scheduled|statements|second-reader)\//,
  /^src\/connectors\/(connector|registry|safe-fetch)/,
]

const rooms: Room[] = [
  { of: CORE, may: [CORE, ...PURE] },
  { of: /^src\/contract\//, may: [/^src\/contract\//, CORE, /^zod$/] },
  {
    of: /^src\/connectors\/(suite\/|connector-suite)/,
    may: [/^src\/connectors\/(suite\/|connector|safe-fetch)/, CORE, /^node:/, /^fast-check$/, /^test\/requires/],
  },
  {
    of: /^src\/connectors\/[^/]+\//,
    may: [
      CORE,
      /^src\/connectors\/(connector|safe-fetch|connector-suite|suite\/)/,
      /^node:/,
      /^(?!src\/|kysely|pg$)[@a-z]/,
    ],
  },
  { of: /^src\/connectors\//, may: [CORE, /^src\/connectors\//, /^node:/, /^(undici|ipaddr\.js)$/] },
  {
    of: /^src\/server\/(actions|alerts|jobs|approvals|case-file|cases|crisis|deliveries|drills|ingest|notices|channels|outreach|rota|radar|digest|scheduled|statements)\//,
    may: [CORE, ...DATABASE, ...WORKSHOP, /^src\/server\/jobs\//, /^(pino)$/, /^node:/],
  },
  {
    of: /^src\/server\/queries\//,
    may: [CORE, ...DATABASE, /^src\/server\/queries\//, /^src\/server\/access\//, /^node:/],
  },
  {
    of: /^src\/server\/http\//,
    may: [
      CORE,
      /^src\/contract\//,
      /^src\/server\/(http|actions|queries|documents|access|desk|config|jobs\/loop|live|version|db\/(database|transaction|schema|listen|trouble))/,
      /^@?fastify/,
      /^(zod|pino|prom-client)$/,
      /^node:/,
    ],
  },
  {
    of: /^src\/server\//,
    may: [/^src\/(core|contract|connectors|server)\//, /^package\.json$/, /^node:/, /^(?!src\/)[@a-z]/],
  },
  { of: /^src\/web\//, may: [CORE, /^src\/contract\//, /^src\/web\//, /^(?!node:|src\/)[@a-z]/, /^virtual:/] },
]

const NETWORKS = 'bluesky|practice|mastodon|facebook|instagram|telegram|google|linkedin|tiktok|youtube'
/** Words that mean other things too: a fault only when compared with a connector or a network. */
const EVERYDAY = 'email|webhook|x'

const isTest = (path: string): boolean => /\.(test|suite)\.tsx?$|vite\.config\.ts$|\/rig\.ts$/.test(path)

const specifiers = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\n[^'"]*?)?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].flatMap((m) => m[1] ?? m[2] ?? m[3] ?? [])

/** `#core/x.ts` and `../x.ts` as paths from the root; a package by its name. */
const resolve = (from: string, specifier: string): string => {
  if (specifier.startsWith('#')) return specifier.replace(/^#(test)\//, '$1/').replace(/^#/, 'src/')
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  return specifier
}

const importFaults = ({ path, text }: Source): string[] => {
  const room = rooms.find((r) => r.of.test(path))
  if (room === undefined) return [`${path}: belongs to no room`]
  return specifiers(text).flatMap((specifier) => {
    const target = resolve(path, specifier)
    const sibling = /^src\/connectors\/([^/]+)\//.exec(path)?.[1]
    const own = sibling !== undefined && target.startsWith(`src/connectors/${sibling}/`)
    const foreign =
      sibling !== undefined &&
      /^src\/(?!core)/.test(target) &&
      !own &&
      !/^src\/connectors\/(connector|safe-fetch|suite)/.test(target)
    if (foreign) return [`${path}: may not import ${specifier}`]
    return own || room.may.some((m) => m.test(target)) ? [] : [`${path}: may not import ${specifier}`]
  })
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')

const habitFaults = ({ path, text }: Source): string[] => {
  const code = withoutComments(text)
  const faults: string[] = []
  const forbid = (pattern: RegExp, why: string) => {
    if (pattern.test(code)) faults.push(`${path}: ${why}`)
  }
  if (CORE.test(path))
    forbid(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bcrypto\.|\bfetch\(/,
      'the core takes time, chance and the world as arguments',
    )
  if (/^src\/connectors\/[^/]+\//.test(path))
    forbid(/(?<![.\w])fetch\(|\bDate\.now\(|\bMath\.random\(/, 'a connector uses its tools, and no other door')
  if (/^src\/server\//.test(path) && !/^src\/server\/(config|cli\/)/.test(path))
    forbid(/\bprocess\.env\b/, 'only the configuration reads the environment')
  if (!/^src\/connectors\/|^src\/server\/(main|registry)\.ts|^src\/server\/cli\//.test(path))
    forbid(
      new RegExp(
        `(?:===|!==|case)\\s*['"](?:${NETWORKS})['"]|(?:connector|network)\\w*(?:\\.id)?\\s*[!=]==\\s*['"](?:${EVERYDAY})['"]`,
        'i',
      ),
      'generic code asks for a capability and never names a network',
    )
  return faults
}

/** Everything in the tree that breaks the import table or the habits that can be seen in the text. Tests may reach further. */
export const findFaults = (sources: Source[]): string[] =>
  sources.filter((s) => !isTest(s.path)).flatMap((s) => [...importFaults(s), ...habitFaults(s)])
