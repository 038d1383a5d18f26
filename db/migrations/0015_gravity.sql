-- How grave an alert is and who is told of it by which means; notes on the situation, and what leaves the desk for each (L3, L4, C3, C4).

-- The last reading of an alert's gauge, and the highest level of which people were told. Its history is in the journal.
create table alert_gravities (
  alert_id uuid primary key,
  workspace_id uuid not null,
  at timestamptz not null,
  level smallint not null check (level between 1 and 4),
  -- The height of the surge when it was read: a higher one is read at once.
  height double precision not null,
  -- Plain data of src/core/crisis/gravity.ts.
  gravity jsonb not null,
  told_level smallint not null default 0 check (told_level between 0 and 4),
  foreign key (workspace_id, alert_id) references alerts (workspace_id, id)
);

-- Members who hear of an alert from a level on, whoever is on watch.
create table alert_recipients (
  workspace_id uuid not null,
  member_id uuid not null,
  from_level smallint not null check (from_level between 1 and 4),
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);

-- Ways out of the desk to a room or a telephone. The address lets anybody write there: sealed, with the secret that signs.
create table alert_ways (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  name text not null check (name <> ''),
  shape text not null check (shape in ('standard', 'slack', 'teams', 'mattermost', 'telegram', 'sms')),
  from_level smallint not null check (from_level between 1 and 4),
  language text not null check (language in ('fr', 'en')),
  -- What may be shown of the address.
  host text not null,
  target bytea not null,
  created_by uuid not null references members (id),
  created_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by uuid references members (id),
  unique (workspace_id, id),
  check ((stopped_at is null) = (stopped_by is null))
);

-- What the hierarchy reads: drafted from the facts, corrected and sent by a person (C3). Once sent it is as it was sent.
create table situation_notes (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  step text not null check (step in ('half-hour', 'hour', 'two-hours', 'day')),
  language text not null check (language in ('fr', 'en')),
  -- The facts and where each comes from: plain data of src/core/crisis/situation-note.ts.
  facts jsonb not null,
  drafted_at timestamptz not null,
  words text not null,
  edited_by uuid references members (id),
  edited_at timestamptz,
  sent_by uuid references members (id),
  sent_at timestamptz,
  -- By mail to these, or handed over otherwise by whoever copied it.
  sent_how text check (sent_how in ('mail', 'copied')),
  sent_to text[] not null default '{}',
  unique (workspace_id, id),
  unique (incident_id, step),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  check ((sent_at is null) = (sent_by is null) and (sent_at is null) = (sent_how is null))
);
create function keep_note() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null then
    raise exception 'a note that was sent is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger situation_notes_kept before update on situation_notes for each row execute function keep_note();

-- What is to leave for a way or, of a note, for an address: the intent, committed before any call.
create table bulletins (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  way_id uuid,
  note_id uuid,
  alert_id uuid,
  address text,
  -- One thing is told to one place once.
  thing text not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  reason text,
  due_at timestamptz,
  tries smallint not null default 0,
  lease_until timestamptz,
  made_at timestamptz not null,
  settled_at timestamptz,
  check ((way_id is null) <> (note_id is null) and (note_id is null) = (address is null)),
  check ((state in ('waiting', 'sending')) = (due_at is not null)),
  unique nulls not distinct (workspace_id, way_id, note_id, address, thing),
  foreign key (workspace_id, way_id) references alert_ways (workspace_id, id),
  foreign key (workspace_id, note_id) references situation_notes (workspace_id, id),
  foreign key (workspace_id, alert_id) references alerts (workspace_id, id)
);
create index bulletins_due on bulletins (due_at) where due_at is not null;
create index bulletins_by_way on bulletins (way_id, made_at desc);
create index bulletins_by_note on bulletins (note_id) where note_id is not null;

-- Nothing of a drill leaves the desk, whatever is asked. (A workspace says by drill_of that it is one; before it can, none is.)
create function seal_drill_bulletin() returns trigger language plpgsql as $$
begin
  if exists (select from workspaces w where w.id = new.workspace_id and to_jsonb(w)->>'drill_of' is not null) then
    raise exception 'nothing of a drill leaves the desk' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger bulletins_sealed before insert on bulletins for each row execute function seal_drill_bulletin();
create trigger alert_ways_sealed before insert on alert_ways for each row execute function seal_drill_bulletin();

do $$
declare t text;
begin
  foreach t in array array['alert_gravities', 'alert_recipients', 'alert_ways', 'situation_notes', 'bulletins'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
grant delete on alert_recipients to vigie_app, vigie_worker;
-- The teller finds what waits across brands, then enters one.
create policy find_work on bulletins for select to vigie_worker using (true);
