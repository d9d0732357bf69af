import ts from 'typescript';

/** A statement, or a way to make one: the line that it begins in, and how it begins. */
export type FoundSql = { line: number; text: string };

/** Words that begin as a statement does. Prose has a capital letter and goes on differently. */
const STATEMENT = new RegExp(
  [
    String.raw`select\s`,
    String.raw`insert\s+into\s`,
    String.raw`update\s+(only\s+)?\S+(\s+(as\s+)?\w+)?\s+set\s`,
    String.raw`delete\s+from\s`,
    String.raw`merge\s+into\s`,
    String.raw`with\s+(recursive\s+)?\S+(\s*\([^)]*\))?\s+as\s+((not\s+)?materialized\s+)?\(`,
  ]
    .flatMap((statement) => [statement, upper(statement)])
    .map((statement) => String.raw`^\s*(--.*\n\s*|/\*.*?\*/\s*)*\(?\s*${statement}`)
    .join('|'),
);

/** How Kysely begins a statement. */
const BUILDERS: ReadonlySet<string> = new Set([
  'selectFrom',
  'selectNoFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'executeQuery',
  'getKysely',
]);

/** SQL as text, Kysely's builders, and whatever else of Kysely a file takes in but types. */
export function findSql(source: string): FoundSql[] {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
  const found: FoundSql[] = [];
  const visit = (node: ts.Node): void => {
    if (isSql(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ line: line + 1, text: node.getText(file).replaceAll(/\s+/g, ' ').slice(0, 60) });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSql(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return STATEMENT.test(node.text);
  if (ts.isTemplateExpression(node)) return STATEMENT.test(textOf(node));
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'sql';
  if (ts.isImportDeclaration(node)) return takesKysely(node);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    BUILDERS.has(node.expression.name.text)
  );
}

/** A template's text, with a name where a value is put in. */
const textOf = ({ head, templateSpans }: ts.TemplateExpression): string =>
  [head.text, ...templateSpans.map(({ literal }) => literal.text)].join('x');

function takesKysely({ moduleSpecifier, importClause }: ts.ImportDeclaration): boolean {
  if (!ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== 'kysely') return false;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const names = importClause?.namedBindings;
  return !names || !ts.isNamedImports(names) || names.elements.some(({ isTypeOnly }) => !isTypeOnly);
}

/** The words of a pattern in capitals, its classes as they are. */
function upper(pattern: string): string {
  return pattern.replaceAll(/(?<!\\)[a-z]/g, (letter) => letter.toUpperCase());
}
