import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import type { Context, Viewer } from '../auth/access.ts';
import { MAX_BYTES } from './limit-violation.ts';
import { type Sessions, viewerBehind } from './sessions.ts';
import { partForStrangers } from './strangers.ts';

/** Who is served by which server: users by all of it, strangers by what they may ask. */
export type Servers = {
  forUsers: ApolloServer<Context>;
  /** For a stranger's document that does nothing but ask for an open field. */
  forSigningIn: ApolloServer<Context>;
  /** For whatever else a stranger sends. */
  forStrangers: ApolloServer<Context>;
};

/**
 * GraphQL over HTTP, to be mounted where it is to answer.
 * @param open the fields that answer without signing in
 */
export function httpRoutes(servers: Servers, open: ReadonlySet<string>, sessions: Sessions): Router {
  const router = express.Router();
  /** Looked up once a request. */
  const viewers = new WeakMap<Request, Promise<Viewer | undefined>>();
  const context = async ({ req }: { req: Request }): Promise<Context> => ({
    viewer: await viewers.get(req),
    address: req.ip ?? '',
    userAgent: req.get('user-agent'),
  });
  const forUsers = expressMiddleware(servers.forUsers, { context });
  const forSigningIn = expressMiddleware(servers.forSigningIn, { context });
  const forStrangers = expressMiddleware(servers.forStrangers, { context });
  router.all(
    '/',
    unstored,
    express.json({ limit: MAX_BYTES }),
    async (request: Request, response: Response, next: NextFunction) => {
      const viewer = viewerBehind(request.headers, sessions);
      viewers.set(request, viewer);
      // Sessions that can't be read are told by the server that asks for the viewer next.
      const isStranger = (await viewer.catch(() => 'unknown')) === undefined;
      if (!isStranger) return forUsers(request, response, next);
      const { query, operationName } = (request.method === 'GET' ? request.query : request.body) ?? {};
      const part = partForStrangers(query, operationName, open);
      if (part === undefined) return forStrangers(request, response, next);
      if (part !== query) serveInstead(request, part);
      return forSigningIn(request, response, next);
    },
    unreadable,
  );
  return router;
}

/** Has Apollo read another document than was sent. */
function serveInstead(request: Request, document: string): void {
  if (request.method !== 'GET') {
    request.body = { ...request.body, query: document };
    return;
  }
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('query', document);
  request.url = `${url.pathname}${url.search}`;
}

/** Answers are one viewer's own, and GET requests could be remembered on the way. */
const unstored: RequestHandler = (_, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** A body that isn't JSON, or too much of it, gets an answer that GraphQL clients can read as well. */
const unreadable: ErrorRequestHandler = (error: { status?: unknown }, _request, response, next) => {
  const { status } = error;
  if (typeof status !== 'number' || status < 400 || status >= 500) return next(error);
  const message = bodyProblems[status] ?? 'The body is not valid JSON.';
  response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
};

const bodyProblems: Record<number, string> = {
  413: `A request may be ${MAX_BYTES / 1024} KB long; this one is longer.`,
  415: 'The body must be JSON in UTF-8.',
};
