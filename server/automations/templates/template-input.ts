import { badInput } from '../../infra/app-error.ts';
import { OutboundRefused } from '../../infra/outbound/outbound-error.ts';
import { outboundUrl } from '../../infra/outbound/outbound-url.ts';
import { type TextRules, typedText } from '../../infra/typed-text.ts';
import { fieldsIn, filledIn, hasOpenBraces } from './template.ts';
import { isLongField, isTemplateField } from './template-fields.ts';

/**
 * A text with fields, as an admin typed it.
 * @param field names the input in the error
 * @throws AppError BAD_USER_INPUT for a text that typedText refuses, and for a field that doesn't exist or doesn't fit
 */
export function readTemplate(field: string, typed: string, rules: TextRules): string {
  const text = typedText(field, typed, rules);
  checkFields(field, text, rules.isOneLine ?? false);
  return text;
}

const LONGEST_URL = 2_000;
/** Which host gets a webhook is never left to a caller's words: the host ends before the first field begins. */
const STARTS_WITH_HOST = /^https?:\/\/[^\s/?#{}\\]+([/?#]|$)/i;

/**
 * The address of a webhook, with fields behind its host.
 * @throws AppError BAD_USER_INPUT
 */
export function readUrlTemplate(field: string, typed: string): string {
  const text = typed.trim();
  if (text.length > LONGEST_URL) throw badInput(field, `An address has at most ${LONGEST_URL} characters.`);
  if (/[\s\p{Cc}]/u.test(filledIn(text, () => ''))) throw badInput(field, 'An address has no spaces in it.');
  checkFields(field, text, true);
  if (!STARTS_WITH_HOST.test(text)) {
    throw badInput(
      field,
      'The address must begin with https:// or http:// and a host; fields may come after that.',
    );
  }
  try {
    outboundUrl(filledIn(text, () => 'x'));
  } catch (error) {
    if (error instanceof OutboundRefused) throw badInput(field, error.message);
    throw error;
  }
  return text;
}

function checkFields(field: string, text: string, isOneLine: boolean): void {
  if (hasOpenBraces(text)) {
    throw badInput(
      field,
      'There are braces {{ that nothing closes; a field is written as {{customer.name}}.',
    );
  }
  for (const name of fieldsIn(text)) {
    if (!isTemplateField(name)) {
      throw badInput(field, `There is no field {{${name}}}; automationFields lists those that there are.`);
    }
    if (isOneLine && isLongField(name)) {
      throw badInput(field, `{{${name}}} has many lines and doesn’t fit here.`);
    }
  }
}
