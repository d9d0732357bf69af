import type { FakeVobiz } from '../../fakes/vobiz-api.ts';

/** Asks as a client would, with good credentials unless told otherwise. */
export function asker(vobiz: () => FakeVobiz) {
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const { baseUrl, authId, authToken } = vobiz();
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        'x-auth-id': authId,
        'x-auth-token': authToken,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}
