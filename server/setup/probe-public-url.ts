import type { Reached } from './setup-facts.ts';

const TIMEOUT_MS = 4_000;

/** Asks PUBLIC_URL whether it leads to this KaiVox: what answers has to know this instance's id. */
export async function probePublicUrl(publicUrl: string, instanceId: string): Promise<Reached> {
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'manual',
      // Free tunnels show browsers a page of their own first.
      headers: { 'ngrok-skip-browser-warning': '1', 'user-agent': 'KaiVox' },
    });
    const body = (await response.text()).slice(0, 500);
    return response.ok && body.includes(instanceId)
      ? { outcome: 'ours' }
      : { outcome: 'another', status: response.status };
  } catch (error) {
    return { outcome: 'no answer', reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${TIMEOUT_MS / 1_000} seconds`;
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND') return 'there is no such name';
  if (code.includes('CERT') || code.startsWith('ERR_TLS')) return 'its certificate is not valid';
  return code || 'the connection failed';
}
