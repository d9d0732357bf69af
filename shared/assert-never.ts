/** The branch that the type system proves unreachable. @throws always, naming the value, when the types lied. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
