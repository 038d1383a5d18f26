-- Notifications outside the desk: what each member chose, the devices that take them, and what was told to whom by which means (L4).

-- Whether a notice was looked at for telling it elsewhere. What is there already is old news: it is taken as looked at.
alter table notifications add column weighed_at timestamptz default now();
alter table notifications alter column weighed_at drop default;
create index notifications_unweighed on notifications (workspace_id, created_at) where weighed_at is null;
create unique index notifications_in_workspace on notifications (workspace_id, id);

create table notification_choices (
  workspace_id uuid not null,
  member_id uuid not null,
  choices jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);

-- A browser that asked for web push. Its address lets anybody write to it: sealed, and known by its hash.
create table notification_devices (
  id uuid primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  name text not null,
  endpoint_hash bytea not null,
  subscription bytea not null,
  added_at timestamptz not null,
  told_at timestamptz,
  unique (workspace_id, endpoint_hash),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);
create index notification_devices_by_member on notification_devices (workspace_id, member_id);

-- One notice, one means, one place: told once. Rows that leave together share a batch, which names the message to its receiver.
create table tellings (
  workspace_id uuid not null,
  notification_id uuid not null,
  means text not null check (means in ('email', 'push')),
  -- The device; for mail, the member.
  target_id uuid not null,
  member_id uuid not null,
  thing text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  -- Why it was dropped, or what the last try met.
  reason text,
  due_at timestamptz,
  tries smallint not null default 0,
  batch_id uuid,
  lease_until timestamptz,
  made_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, notification_id, means, target_id),
  check ((state in ('waiting', 'sending')) = (due_at is not null)),
  foreign key (workspace_id, notification_id) references notifications (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);
create index tellings_due on tellings (due_at) where due_at is not null;
create index tellings_by_thing on tellings (workspace_id, member_id, means, thing, made_at);

do $$
declare t text;
begin
  foreach t in array array['notification_choices', 'notification_devices', 'tellings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
-- The teller finds what waits across brands, then enters one.
create policy find_work on notifications for select to vigie_worker using (true);
create policy find_work on tellings for select to vigie_worker using (true);
