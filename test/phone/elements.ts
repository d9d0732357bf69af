import type { Element, Node } from '@xmldom/xmldom';
import {
  type AttributeRules,
  absoluteUrl,
  gatherAttributes,
  sharedAttributes,
  speechAttributes,
} from './attributes.ts';
import { type Dialect, speechElement } from './dialect.ts';
import type { Attributes, Heard, Step } from './step.ts';

/** SSML that a `Speak` may hold (docs.vobiz.ai, "Speak": "text, SSML"). */
const SSML = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];

/** Reads the elements of a `Response`, and adds what is wrong there. */
export function readElements(parent: Element, dialect: Dialect, problems: string[]): Step[] {
  return childElements(parent, problems).flatMap((element) => readElement(element, dialect, problems) ?? []);
}

function readElement(element: Element, dialect: Dialect, problems: string[]): Step | undefined {
  const name = element.nodeName;
  switch (name) {
    case 'Gather':
      return readGather(element, dialect, problems);
    case 'Record': {
      const attributes = readAttributes(element, sharedAttributes.Record, problems);
      refuseContent(element, problems);
      return { step: 'record', action: required(element, 'action', attributes, problems), attributes };
    }
    case 'Dial':
      return readDial(element, problems);
    case 'Redirect': {
      const attributes = readAttributes(element, sharedAttributes.Redirect, problems);
      return { step: 'redirect', url: readUrl(element, problems), attributes };
    }
    case 'Wait':
      refuseContent(element, problems);
      return { step: 'wait', attributes: readAttributes(element, sharedAttributes.Wait, problems) };
    case 'Hangup':
      refuseContent(element, problems);
      return { step: 'hangUp', attributes: readAttributes(element, sharedAttributes.Hangup, problems) };
    default:
      return readHeard(element, dialect, problems) ?? unknown(element, dialect, problems);
  }
}

function readHeard(element: Element, dialect: Dialect, problems: string[]): Heard | undefined {
  if (element.nodeName === 'Play') {
    const attributes = readAttributes(element, sharedAttributes.Play, problems);
    return { step: 'play', url: readUrl(element, problems), attributes };
  }
  if (element.nodeName !== speechElement[dialect]) return undefined;
  const attributes = readAttributes(element, speechAttributes[dialect], problems);
  for (const inner of element.getElementsByTagName('*')) {
    const isSsml = dialect === 'vobizxml' && SSML.includes(inner.nodeName);
    if (!isSsml) problems.push(`${inner.nodeName} may not stand in ${element.nodeName}.`);
  }
  const words = text(element);
  if (!words) problems.push(`${element.nodeName} says nothing.`);
  return { step: 'say', words, attributes };
}

function readGather(element: Element, dialect: Dialect, problems: string[]): Step {
  const attributes = readAttributes(element, gatherAttributes[dialect], problems);
  const prompts = childElements(element, problems).flatMap((child) => {
    const heard = readHeard(child, dialect, problems);
    if (!heard) problems.push(`${child.nodeName} may not stand in Gather.`);
    return heard ?? [];
  });
  return { step: 'gather', action: required(element, 'action', attributes, problems), prompts, attributes };
}

function readDial(element: Element, problems: string[]): Step {
  const attributes = readAttributes(element, sharedAttributes.Dial, problems);
  const destinations = childElements(element, problems).flatMap((child) => {
    readAttributes(child, {}, problems);
    if (child.nodeName === 'Number' || child.nodeName === 'User') return text(child) || [];
    problems.push(`${child.nodeName} may not stand in Dial.`);
    return [];
  });
  if (destinations.length === 0) problems.push('Dial names nobody to call.');
  return { step: 'dial', action: attributes.action, destinations, attributes };
}

function unknown(element: Element, dialect: Dialect, problems: string[]): undefined {
  const isOfTheOther = Object.values(speechElement).some((name) => name === element.nodeName);
  const why = isOfTheOther ? `belongs to the other dialect, not to ${dialect}` : 'is no element that we know';
  problems.push(`${element.nodeName} ${why}.`);
}

function readAttributes(element: Element, rules: AttributeRules, problems: string[]): Attributes {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    attributes[name] = value;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const wrong = rule ? rule(value) : 'is not documented for this dialect';
    if (wrong) problems.push(`${element.nodeName}'s ${name}="${value}" ${wrong}.`);
  }
  return attributes;
}

function required(element: Element, name: string, attributes: Attributes, problems: string[]): string {
  const value = attributes[name];
  if (value === undefined) problems.push(`${element.nodeName} has no ${name}.`);
  return value ?? '';
}

function readUrl(element: Element, problems: string[]): string {
  const url = text(element);
  const wrong = absoluteUrl(url);
  if (wrong) problems.push(`${element.nodeName}'s "${url}" ${wrong}.`);
  return url;
}

function childElements(element: Element, problems: string[]): Element[] {
  for (const node of element.childNodes) {
    const stray = node.nodeType === node.COMMENT_NODE ? undefined : node.nodeValue?.trim();
    if (stray) problems.push(`"${stray}" stands in ${element.nodeName} outside any element.`);
  }
  return [...element.childNodes].filter(isElement);
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

function refuseContent(element: Element, problems: string[]): void {
  if (childElements(element, problems).length > 0) problems.push(`${element.nodeName} holds no elements.`);
}

const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
