import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, type Response, Router } from 'express';
import { cookieOptions, SESSION_COOKIE } from './auth/sessions/session-cookie.ts';
import { bearerToken, type Sessions } from './graphql/sessions.ts';

const DIST = resolve(import.meta.dirname, '../desktop/dist');

/** The console in a browser: its pages, and the cookie that its session lives in there. */
export function consoleRoutes(sessions: Sessions, publicUrl: () => string, dist = DIST): Router {
  const router = Router();
  router.post('/session', async (request, response) => {
    const token = bearerToken(request.headers.authorization);
    if (token === undefined || !(await sessions.viewerFor(token))) {
      response.status(401).json({ error: 'This session has ended. Please sign in.' });
      return;
    }
    response.cookie(SESSION_COOKIE, token, cookieOptions(publicUrl())).status(204).end();
  });
  router.delete('/session', (request, response) => {
    // A header of our own, which another site's form can't send.
    if (request.headers['kaivox-console'] === undefined) response.status(403).end();
    else {
      const { maxAge: _, ...options } = cookieOptions(publicUrl());
      response.clearCookie(SESSION_COOKIE, options).status(204).end();
    }
  });

  // Only files that are the same for everybody: what is one person's alone isn't compressed beside a secret.
  router.use('/assets', compressedAlready(join(dist, 'assets')));
  router.use(['/assets', '/icon.svg'], compression());
  // Named by their content, so they never change.
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(dist, { index: false, maxAge: '1h' }));
  router.get(/^\/(?!api\/|graphql|recordings\/|metrics)[^.]*$/, (_, response) => sendPage(response, dist));
  return router;
}

/** Takes the copy that the build compressed, where there is one and the browser reads it. */
function compressedAlready(assets: string): RequestHandler {
  return (request, response, next) => {
    const [, ending] = /^\/[\w-]+\.(js|css)$/.exec(request.path) ?? [];
    if (ending && existsSync(join(assets, `${request.path}.br`))) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        response.set('Content-Encoding', 'br').type(ending);
        request.url = `${request.path}.br`;
      }
    }
    next();
  };
}

/** The one page, which finds its way by its address. */
function sendPage(response: Response, dist: string): void {
  const path = join(dist, 'index.html');
  if (!existsSync(path)) {
    response.status(503).type('text/plain').send('The console is not built; `npm run console` builds it.');
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response
    .set('Content-Security-Policy', policy(nonce))
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(readFileSync(path, 'utf8').replaceAll('{{nonce}}', nonce));
}

/** Nothing from anywhere else, no script or style that isn't a file of ours or carries this answer's nonce. */
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
