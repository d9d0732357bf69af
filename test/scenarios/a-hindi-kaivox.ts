import { afterAll, beforeAll, expect } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import type { TranscriptionSpec } from '../fakes/openai-api-transcriptions.ts';
import { FakeMedia } from '../fakes/recordings.ts';
import type { TelephoneOptions } from '../phone/telephone.ts';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

export const GREETING = 'नमस्ते! प्रगति अस्पताल में आपका स्वागत है।';
export const NO_SPEECH = 'कुछ सुनाई नहीं दिया। अलविदा।';

/** A KaiVox whose receptionist speaks Hindi, so that callers' turns are recorded; its number has its own key. */
export async function aHindiKaivox() {
  const media = await FakeMedia.start();
  afterAll(() => media.stop());
  const openai = await aModel();
  const kaivox = await aKaivox({ env: { ...openai.env, VOBIZ_MEDIA_HOSTS: media.host } });
  const { transcriptions } = openai.fake;
  beforeAll(async () => {
    const admin = await kaivox.graphql.signIn(ADMIN);
    const reception = await kaivox.graphql.signIn(RECEPTION);
    const [number] = await kaivox.database.admin<{ id: string }>('select id from phone_numbers');
    await kaivox.graphql(
      'mutation ($id: ID!, $key: String) { updatePhoneNumber(id: $id, input: { providerApiKey: $key }) { id } }',
      { token: admin, variables: { id: number?.id, key: media.authToken } },
    );
    const changed = await kaivox.graphql(
      'mutation ($input: UpdatePersonaInput!) { updatePersona(input: $input) { language } }',
      {
        token: reception,
        variables: { input: { greeting: GREETING, language: 'hi-IN', noSpeechMessage: NO_SPEECH } },
      },
    );
    expect(changed).toEqual({ data: { updatePersona: { language: 'hi-IN' } } });
  });
  return {
    kaivox,
    media,
    openai,
    transcriptions,
    /** A telephone of which Vobiz records what is said, where it is told to. */
    aPhone: (options: Partial<TelephoneOptions> = {}) =>
      kaivox.phone({
        extraFields: { ParentAuthID: media.authId },
        recorder: (words) => media.saying(words),
        ...options,
      }),
    /** What the model answers to these words, in whatever call. */
    answers: (words: string, text: string) =>
      openai.fake.nextReply({ text }, { when: (body) => lastUserWords(body) === words }),
    /** What becomes of the recording of these words. */
    hearing(words: string, ...specs: TranscriptionSpec[]) {
      for (const spec of specs) transcriptions.next(spec, { when: (request) => request.words === words });
    },
    /** How often the recording of these words was transcribed. */
    heard: (words: string) => transcriptions.requests.filter((request) => request.words === words).length,
  };
}
