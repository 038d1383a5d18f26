-- The crisis cell: an incident that somebody pilots, the mentions that belong to it, what may be said of it, and what was decided (C1, C3, C4).

-- An affair that touches many customers, while it lasts and afterwards: statements, notes, outreach and reports point at it.
create table incidents (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  title text not null check (title <> ''),
  -- 1: followed closely; 2: crisis; 3: grave crisis. It sets how often the public hears from the brand.
  level smallint not null check (level between 1 and 3),
  -- Which mentions belong to it: plain data of src/core/crisis/matching.ts.
  matching jsonb not null,
  -- Mentions that came in since then may belong to it.
  since_at timestamptz not null,
  -- The surge that it was declared from.
  alert_id uuid,
  declared_by uuid not null references members (id),
  declared_at timestamptz not null,
  -- The clock of the public: when the brand last spoke, and when it is next expected to.
  last_public_at timestamptz,
  next_public_at timestamptz,
  -- The pilot was told that the clock ran out.
  public_told_at timestamptz,
  -- How far the walk over past mentions has come, and where it ends; null once it is done.
  past_cursor uuid,
  past_until timestamptz,
  -- The minute around the declaration is looked at again, for what was being written then.
  past_again boolean not null default false,
  closed_at timestamptz,
  closed_by uuid references members (id),
  -- The criteria as they stood, and why it was closed where some were not met.
  closing jsonb,
  unique (workspace_id, id),
  foreign key (workspace_id, alert_id) references alerts (workspace_id, id),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closing is null)),
  check ((past_cursor is null) = (past_until is null))
);
create index incidents_open on incidents (workspace_id, declared_at) where closed_at is null;
create index incidents_by_age on incidents (workspace_id, declared_at desc);

create function keep_incident() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null
    or (new.workspace_id, new.alert_id, new.declared_by, new.declared_at)
      is distinct from (old.workspace_id, old.alert_id, old.declared_by, old.declared_at) then
    raise exception 'an incident that was declared or closed is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger incidents_kept before update on incidents for each row execute function keep_incident();

-- Who holds what, from when to when; ended, never erased. The pilot is one, and there always is one.
create table incident_roles (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  role text not null check (role in ('pilot', 'writes', 'validates', 'watches', 'joins')),
  member_id uuid not null references members (id),
  -- Whoever joins a department says which.
  department_id uuid,
  -- Null: the desk itself, since whoever held it is away or has left.
  given_by uuid references members (id),
  given_at timestamptz not null,
  -- They said that they have it: only then « we are on it » is true (C1, G4).
  taken_at timestamptz,
  -- When the managers are told that nobody has taken the pilot's place.
  tell_at timestamptz,
  ended_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  check (department_id is null or role = 'joins'),
  check (tell_at is null or (role = 'pilot' and taken_at is null and ended_at is null))
);
create unique index incident_roles_pilot on incident_roles (incident_id) where role = 'pilot' and ended_at is null;
create unique index incident_roles_once on incident_roles (incident_id, role, member_id, department_id)
  nulls not distinct where ended_at is null;

-- The mentions of an incident, one row each. A conversation that was unlinked keeps its rows, so that it is not linked again.
create table incident_mentions (
  workspace_id uuid not null,
  incident_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  sent_at timestamptz not null,
  linked_at timestamptz not null,
  -- Null: by what it says.
  linked_by uuid references members (id),
  unlinked_at timestamptz,
  unlinked_by uuid references members (id),
  primary key (incident_id, message_id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
);
create index incident_mentions_curve on incident_mentions (incident_id, sent_at) where unlinked_at is null;
create index incident_mentions_by_conversation on incident_mentions (conversation_id, incident_id) include (unlinked_at);

-- « What we may say »: each state of each line, with who said so and when; the newest of a line stands, and none is rewritten.
create table may_say (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  line_id uuid not null,
  state text not null check (state in ('confirmed', 'unconfirmed', 'forbidden', 'withdrawn')),
  says text not null check (says <> ''),
  -- Words by which the guard knows it, and the claims that it covers (ClaimKind of core/guard).
  words text[] not null default '{}',
  claims text[] not null default '{}',
  -- Not yet confirmed: no date may be given for it.
  dates boolean not null default false,
  -- Who or what confirms it.
  proof text,
  member_id uuid not null references members (id),
  said_at timestamptz not null,
  unique (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  check (state <> 'confirmed' or proof is not null)
);
create index may_say_by_line on may_say (incident_id, line_id, id desc);
create index may_say_by_age on may_say (workspace_id, said_at);

-- The thread of the cell: what was decided, in its own words, and what happened to the incident, by the name of its event.
create table incident_log (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  at timestamptz not null,
  name text not null,
  member_id uuid references members (id),
  words text,
  data jsonb not null default '{}',
  unique (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id)
);
create index incident_log_by_age on incident_log (incident_id, at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['incidents', 'incident_roles', 'incident_mentions', 'may_say', 'incident_log'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert on %I to vigie_app, vigie_worker', t);
  end loop;
  foreach t in array array['incidents', 'incident_roles', 'incident_mentions'] loop
    execute format('grant update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
-- Other words to look for: what the desk had linked by itself is linked anew.
grant delete on incident_mentions to vigie_app, vigie_worker;
