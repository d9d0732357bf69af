/** Somebody couldn't be kept waiting any longer. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** What `work` comes to. @throws TooSlow when it takes longer than `ms`; what it comes to later is then ignored */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`It took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
