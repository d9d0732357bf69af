import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { Context } from '../auth/access.ts';
import { MAX_BYTES } from './limit-violation.ts';
import { type Sessions, viewerBehind } from './sessions.ts';

/** GraphQL over HTTP, to be mounted where it is to answer. */
export function httpRoutes(apollo: ApolloServer<Context>, sessions: Sessions): Router {
  const router = express.Router();
  router.all(
    '/',
    unstored,
    express.json({ limit: MAX_BYTES }),
    expressMiddleware(apollo, {
      context: async ({ req }) => ({
        viewer: await viewerBehind(req.headers, sessions),
        address: req.ip ?? '',
        userAgent: req.get('user-agent'),
      }),
    }),
    unreadable,
  );
  return router;
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
