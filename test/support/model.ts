import { afterAll } from 'vitest';
import { FakeOpenAi } from '../fakes/openai-api.ts';

/** A fake of OpenAI's API for a test file, and the environment that leads there. */
export async function aModel(): Promise<{ fake: FakeOpenAi; env: Record<string, string> }> {
  const fake = await FakeOpenAi.start();
  afterAll(() => fake.stop());
  return { fake, env: { OPENAI_API_KEY: 'sk-test-0123456789', OPENAI_BASE_URL: fake.baseUrl } };
}
