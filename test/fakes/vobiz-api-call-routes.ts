import { type Route, route } from './vobiz-api-route.ts';

const CALL = '/Account/{id}/Call/(?<id>[\\w-]+)';
const RECORDING = '/Account/{id}/Recording/(?<id>[\\w-]+)/';

/** What concerns calls and their recordings (docs.vobiz.ai, "REST API"). */
export const CALL_ROUTES: readonly Route[] = [
  route('GET', '/Account/{id}/cdr/(?<id>[\\w-]+)', 'call record', ({ account, id }) =>
    account.calls.recordOf(id),
  ),
  route('GET', '/Account/{id}/concurrency', 'concurrency', ({ account }) => account.calls.lines()),
  route('GET', '/Account/{id}/Call', 'live calls', ({ account, query }) => account.calls.list(query)),
  route('POST', '/Account/{id}/Call/', 'call somebody', ({ account, body }) =>
    account.balance > 0 ? account.calls.fire(body) : { status: 402, body: { error: 'Insufficient balance' } },
  ),
  route('DELETE', `${CALL}/`, 'hang up', ({ account, id }) => account.calls.hangUp(id)),
  route('POST', `${CALL}/`, 'send elsewhere', ({ account, id, body }) => account.calls.transfer(id, body)),
  route('POST', `${CALL}/Speak/`, 'say into', ({ account, id, body }) => account.calls.speak(id, body)),
  route('POST', `${CALL}/Stream/`, 'listen in', ({ account, id, body }) => account.calls.stream(id, body)),
  route('GET', RECORDING, 'recording', ({ account, id }) => account.recordings.show(id)),
  route('DELETE', RECORDING, 'delete recording', ({ account, id }) => account.recordings.remove(id)),
];
