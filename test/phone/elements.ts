import type { Element, Node } from '@xmldom/xmldom';
import {
  type AttributeRules,
  absoluteUrl,
  gatherAttributes,
  isRecognised,
  olderRecordAttributes,
  sharedAttributes,
  socketUrl,
  speechAttributes,
} from './attributes.ts';
import { type Dialect, speechElement } from './dialect.ts';
import { spokenText, ssmlProblems, withoutBlanks } from './ssml.ts';
import type { Attributes, Heard, RecordShape, Step } from './step.ts';

/** What is found while a document is read. */
export type Reading = {
  dialect: Dialect;
  record: RecordShape;
  problems: string[];
  /** Set where Vobiz refuses the whole document for what was found, and drops the call. */
  isRefused: boolean;
};

/** Reads the elements of a `Response`, and adds what is wrong there. */
export function readElements(parent: Element, reading: Reading): Step[] {
  return childElements(parent, reading).flatMap((element) => readElement(element, reading) ?? []);
}

/** The guide has no more than these, and `Redirect`; the others are VobizXML's. */
const OF_BOTH = ['Gather', 'Redirect', 'Hangup', ...Object.values(speechElement)];

function readElement(element: Element, reading: Reading): Step | undefined {
  const name = element.nodeName;
  if (reading.dialect === 'guide' && !OF_BOTH.includes(name)) return unknown(element, reading);
  switch (name) {
    case 'Gather':
      return readGather(element, reading);
    case 'Record':
      return readRecord(element, reading);
    case 'Dial':
      return readDial(element, reading);
    case 'Conference':
      return readConference(element, reading);
    case 'Stream':
      return readStream(element, reading);
    case 'Redirect': {
      const attributes = readAttributes(element, sharedAttributes.Redirect, reading);
      return { step: 'redirect', url: readUrl(element, reading), attributes };
    }
    case 'Wait':
      refuseContent(element, reading);
      return { step: 'wait', attributes: readAttributes(element, sharedAttributes.Wait, reading) };
    case 'Hangup':
      refuseContent(element, reading);
      return { step: 'hangUp', attributes: readAttributes(element, sharedAttributes.Hangup, reading) };
    default:
      return readHeard(element, reading) ?? unknown(element, reading);
  }
}

function readHeard(element: Element, reading: Reading): Heard | undefined {
  const { dialect, problems } = reading;
  if (element.nodeName === 'Play') {
    const attributes = readAttributes(element, sharedAttributes.Play, reading);
    return { step: 'play', url: readUrl(element, reading), attributes };
  }
  if (element.nodeName !== speechElement[dialect]) return undefined;
  const attributes = readAttributes(element, speechAttributes[dialect], reading);
  problems.push(...ssmlProblems(element, dialect === 'vobizxml'));
  const words = spokenText(element);
  if (!words) problems.push(`${element.nodeName} says nothing.`);
  return { step: 'say', words, attributes };
}

function readGather(element: Element, reading: Reading): Step {
  const attributes = readAttributes(element, gatherAttributes[reading.dialect], reading);
  const { language } = attributes;
  if (language !== undefined && !isRecognised(language)) reading.isRefused = true;
  const prompts = childElements(element, reading).flatMap((child) => {
    const heard = readHeard(child, reading);
    if (!heard) reading.problems.push(`${child.nodeName} may not stand in Gather.`);
    return heard ?? [];
  });
  return { step: 'gather', action: required(element, 'action', attributes, reading), prompts, attributes };
}

function readRecord(element: Element, reading: Reading): Step {
  const rules = reading.record === 'older' ? olderRecordAttributes : sharedAttributes.Record;
  const attributes = readAttributes(element, rules, reading);
  refuseContent(element, reading);
  const { action, callbackUrl, recordSession } = attributes;
  if (action === undefined && callbackUrl === undefined)
    reading.problems.push('Record has neither action nor callbackUrl.');
  // Since 2026 `action` carries the id alone.
  else if (reading.record === 'documented' && callbackUrl === undefined)
    reading.problems.push('Record has no callbackUrl, so its sound reaches nobody.');
  // Before that the sound came to `action`.
  else if (reading.record === 'older' && action === undefined && recordSession !== 'true')
    reading.problems.push('Record has no action.');
  return { step: 'record', action, attributes };
}

function readDial(element: Element, reading: Reading): Step {
  const { problems } = reading;
  const attributes = readAttributes(element, sharedAttributes.Dial, reading);
  const destinations = childElements(element, reading).flatMap((child) => {
    readAttributes(child, {}, reading);
    const destination = withoutBlanks(child.textContent ?? '');
    const form = Object.hasOwn(DESTINATIONS, child.nodeName) ? DESTINATIONS[child.nodeName] : undefined;
    if (!form) problems.push(`${child.nodeName} may not stand in Dial.`);
    else if (!form.test(destination)) problems.push(`${child.nodeName} "${destination}" can't be called.`);
    return form && destination ? destination : [];
  });
  if (destinations.length === 0) problems.push('Dial names nobody to call.');
  return { step: 'dial', action: attributes.action, destinations, attributes };
}

/** Whom a `Dial` may call. */
const DESTINATIONS: Readonly<Record<string, RegExp>> = {
  Number: /^\+?\d{3,15}$/,
  User: /^sips?:[^\s@]+@[^\s@]+$/,
};

function readConference(element: Element, reading: Reading): Step {
  const attributes = readAttributes(element, sharedAttributes.Conference, reading);
  if ([...element.childNodes].some(isElement)) reading.problems.push('Conference holds no elements.');
  const room = withoutBlanks(element.textContent ?? '');
  if (!room) reading.problems.push('Conference names no room.');
  return { step: 'conference', room, attributes };
}

function readStream(element: Element, reading: Reading): Step {
  const { problems } = reading;
  const attributes = readAttributes(element, sharedAttributes.Stream, reading);
  if ([...element.childNodes].some(isElement)) problems.push('Stream holds no elements.');
  const { bidirectional, audioTrack = 'inbound', contentType = 'audio/x-mulaw;rate=8000' } = attributes;
  if (bidirectional === 'true' && audioTrack !== 'inbound')
    problems.push(`Stream's audioTrack="${audioTrack}" with bidirectional="true" ends the call.`);
  if (contentType.startsWith('audio/x-l16'))
    problems.push(`Stream's contentType="${contentType}" is no µ-law: its byte order differs by direction.`);
  return { step: 'stream', url: readUrl(element, reading, socketUrl), attributes };
}

function unknown(element: Element, { dialect, problems }: Reading): undefined {
  const isOfTheOther = [...Object.values(speechElement), ...Object.keys(sharedAttributes)].includes(
    element.nodeName,
  );
  const why = isOfTheOther ? `belongs to the other dialect, not to ${dialect}` : 'is no element that we know';
  problems.push(`${element.nodeName} ${why}.`);
}

function readAttributes(element: Element, rules: AttributeRules, { problems }: Reading): Attributes {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    attributes[name] = value;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const wrong = rule ? rule(value) : 'is not documented for this dialect';
    if (wrong) problems.push(`${element.nodeName}'s ${name}="${value}" ${wrong}.`);
  }
  return attributes;
}

function required(element: Element, name: string, attributes: Attributes, { problems }: Reading): string {
  const value = attributes[name];
  if (value === undefined) problems.push(`${element.nodeName} has no ${name}.`);
  return value ?? '';
}

function readUrl(element: Element, { problems }: Reading, rule = absoluteUrl): string {
  const url = withoutBlanks(element.textContent ?? '');
  const wrong = rule(url);
  if (wrong) problems.push(`${element.nodeName}'s "${url}" ${wrong}.`);
  return url;
}

function childElements(element: Element, { problems }: Reading): Element[] {
  for (const node of element.childNodes) {
    const stray = node.nodeType === node.COMMENT_NODE ? undefined : node.nodeValue?.trim();
    if (stray) problems.push(`"${stray}" stands in ${element.nodeName} outside any element.`);
  }
  return [...element.childNodes].filter(isElement);
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

function refuseContent(element: Element, reading: Reading): void {
  if (childElements(element, reading).length > 0)
    reading.problems.push(`${element.nodeName} holds no elements.`);
}
