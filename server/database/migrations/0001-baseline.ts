import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Each stands on those before it. */
const PIECES = [
  'foundations',
  'tenants',
  'auth',
  'calls',
  'tallies',
  'numbers',
  'analysis',
  'call-counts',
  'call-words',
  'call-search',
  'customer-search',
  'follow-ups',
  'automations',
  'recordings',
  'webhook-log',
  'settings',
  'processes',
  'forgetting',
  'policies',
];

/** The whole database as the first release has it. */
export class Baseline extends Migration {
  override up(): void {
    // The owner is held to the policies as well.
    this.addSql(`select set_config('app.platform', 'on', true)`);
    for (const piece of PIECES) {
      this.addSql(readFileSync(new URL(`baseline/${piece}.sql`, import.meta.url), 'utf8'));
    }
  }
}
