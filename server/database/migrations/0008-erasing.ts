import { Migration } from '@mikro-orm/migrations';

/** Where a person is erased, so is what was to be done for them: titles and notes tell who they are. */
export class Erasing extends Migration {
  override up(): void {
    this.addSql(`
      create function internal.erase_follow_ups() returns trigger
        language plpgsql set search_path = public, pg_temp as $$
      begin
        delete from follow_ups f
         where f.tenant_id = old.tenant_id
           and (f.customer_id = old.id
                or f.call_id in (select id from calls where tenant_id = old.tenant_id and customer_id = old.id));
        return old;
      end $$;
      create trigger erase_follow_ups before delete on customers
        for each row execute function internal.erase_follow_ups();
    `);
  }
}
