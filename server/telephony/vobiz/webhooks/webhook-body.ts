import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';

/** Far more than a caller says in one turn, in any script, escaped. */
const LIMIT = '256kb';

const isJson = (request: Request) => Boolean(request.is(['json', '+json']));

/** What can't be read counts as nothing sent: a carrier that is told 413 or 415 can't do anything about it. */
const unreadable: ErrorRequestHandler = (_error, request, _response, next) => {
  request.body = undefined;
  next();
};

/** Reads a body as JSON where it says so, else as a form, which some senders don't declare. Never fails. */
export const readBody: (RequestHandler | ErrorRequestHandler)[] = [
  express.json({ limit: LIMIT, type: (request) => isJson(request as Request) }),
  express.urlencoded({ limit: LIMIT, extended: false, type: (request) => !isJson(request as Request) }),
  unreadable,
];
