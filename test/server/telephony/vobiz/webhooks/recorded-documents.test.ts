import { expect, test } from 'vitest';
import { type CallReply, goingOn } from '../../../../../server/calls/call-reply.ts';
import type { Dialect } from '../../../../../server/telephony/vobiz/webhooks/dialect.ts';
import { render } from '../../../../../server/telephony/vobiz/webhooks/vobiz-xml.ts';
import { SURROUNDINGS } from '../surroundings.ts';
import { xmlTree } from '../xml-tree.ts';

const URL = 'https://kaivox.example/api/vobiz/pragati/input';
const DIALECTS = ['guide', 'vobizxml'] as const;

const document = (reply: CallReply, dialect: Dialect) => render(reply, dialect, SURROUNDINGS);

test('a turn’s sound is waited for in silence, and the address knows how long already', () => {
  const wait = (most?: number): CallReply => [{ step: 'awaitSound', turn: 3, waited: 2, most }];
  const asking = (query: string) =>
    xmlTree(`<Response><Redirect method="POST">${URL}?${query}</Redirect></Response>`);
  expect(xmlTree(document(wait(), 'vobizxml'))).toEqual(asking('turn=3&amp;recording=awaited&amp;waited=2'));
  expect(xmlTree(document(wait(17), 'vobizxml'))).toEqual(
    asking('turn=3&amp;recording=awaited&amp;waited=2&amp;most=17'),
  );
});

test.each(DIALECTS)('where nothing is to be done in %s, the document holds nothing', (dialect) => {
  expect(document(goingOn(), dialect)).toContain('<Response></Response>');
});

test('a whole call is recorded until it ends, whatever is pressed and however long callers are silent', () => {
  const xml = document([{ step: 'recordCall', notice: 'We record this call.' }], 'vobizxml');
  expect(xmlTree(xml)).toEqual(
    xmlTree(`<Response>
  <Speak voice="WOMAN" language="en-IN">We record this call.</Speak>
  <Record recordSession="true" maxLength="3600" timeout="3600" finishOnKey="*" playBeep="false"
          callbackUrl="${URL}?recording=call" callbackMethod="POST" fileFormat="mp3"/>
</Response>`),
  );
});
