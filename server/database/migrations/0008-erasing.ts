import { Migration } from '@mikro-orm/migrations';

/** Where a person is erased, so is what was to be done for them, as its words tell who they are, and their voice. */
export class Erasing extends Migration {
  override up(): void {
    this.addSql(`
      create function internal.erase_person() returns trigger
        language plpgsql set search_path = public, pg_temp as $$
      declare
        their_calls uuid[] := array(select id from calls where tenant_id = old.tenant_id and customer_id = old.id);
      begin
        delete from follow_ups
         where tenant_id = old.tenant_id and (customer_id = old.id or call_id = any (their_calls));
        delete from recordings where tenant_id = old.tenant_id and call_id = any (their_calls);
        return old;
      end $$;
      create trigger erase_person before delete on customers
        for each row execute function internal.erase_person();
    `);
  }
}
