-- What every table stands on: the schema for what only functions may touch, and whose rows a transaction may see.

create schema if not exists internal;
create function internal.tenant_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
create function internal.is_platform() returns boolean language sql stable
  as $$ select current_setting('app.platform', true) is not distinct from 'on' $$;
