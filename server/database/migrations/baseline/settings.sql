-- The platform's own settings, and how they fared: exactly one row.

create table platform_settings (
  only_row boolean primary key default true check (only_row),
  vobiz_app_id text,
  vobiz_api_key bytea,
  key_fingerprint text,
  updated_at timestamptz,
  connection_status text check (connection_status in ('CONNECTED', 'REFUSED', 'UNVERIFIED')),
  connection_detail text,
  connection_checked_at timestamptz
);
insert into platform_settings default values;
