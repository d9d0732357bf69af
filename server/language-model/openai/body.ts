/** What follows `[DONE]` is the end of the body, in the same packet or the next. */
const REST_MS = 250;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * The same response, except that who stops reading it near its end leaves the rest to us. OpenAI's client stops at
 * `[DONE]`, and a body that isn't read to its end closes the connection, which the next request then has to open
 * anew. A request that is aborted ends at once all the same.
 */
export function readToItsEnd({ body, status, statusText, headers }: Response): Response {
  const reader: Reader | undefined = body?.getReader();
  if (!reader) return new Response(null, { status, statusText, headers });
  const rest = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => readRest(reader),
  });
  return new Response(rest, { status, statusText, headers });
}

async function readRest(reader: Reader): Promise<void> {
  const impatience = setTimeout(() => void reader.cancel().catch(() => undefined), REST_MS);
  try {
    while (!(await reader.read()).done);
  } catch {
    // Aborted, or broken: either way there is no connection left to be spared.
  } finally {
    clearTimeout(impatience);
  }
}
