import pg from 'pg';
import { preparedName } from '../infra/hot-statement.ts';

/**
 * A connection that keeps the statements that calls wait for prepared: planning them anew each time takes PostgreSQL
 * about as long as carrying them out. Kysely sends text and parameters alone, so the name is added here.
 */
export class PreparingClient extends pg.Client {
  // pg's own type lists a dozen ways to call it; those that hold no name to add go through untouched.
  override query = ((...given: unknown[]) => {
    const [text, values, ...others] = given;
    const name = typeof text === 'string' ? preparedName(text) : undefined;
    const named = name === undefined ? given : [{ name, text, values }, ...others];
    return Reflect.apply(pg.Client.prototype.query, this, named);
  }) as pg.Client['query'];
}
