import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from './site.ts'

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Vigie</title>
<p>The desk runs, and its pages have not been built. Start it with <code>bin/start</code>, which builds them, or run <code>npm run web</code>.</p></html>`

const isPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/^\/(api|hooks)(\/|$)/.test(request.url) &&
  (request.headers.accept ?? '').includes('text/html')

/** The web application: files with a hash in their name stay in the browser's cache, every page address is the one page. */
export const serveWebApp = async (app: FastifyInstance, site: Site): Promise<void> => {
  const built = existsSync(join(site.webFolder, 'index.html'))
  if (built)
    await app.register(fastifyStatic, {
      root: site.webFolder,
      index: false,
      cacheControl: false,
      dotfiles: 'ignore',
      allowedPath: (path) => !/\.map$|^\/\.vite\//.test(path),
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(site.webFolder, 'assets'))
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  const answerPage = (request: FastifyRequest, reply: FastifyReply) => {
    if (!isPage(request)) return reply.code(404).send({ refused: 'not-found' })
    reply.header('cache-control', 'no-cache')
    if (!built) return reply.code(503).type('text/html').send(notBuilt)
    return reply.type('text/html').sendFile('index.html', { cacheControl: false })
  }
  app.get('/', answerPage)
  app.setNotFoundHandler(answerPage)
}
