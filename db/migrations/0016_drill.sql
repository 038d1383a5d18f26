-- Drills: a crisis rehearsed on the real desk, in a workspace of its own from which nothing can leave (C4).

-- The brand that practises. Set once, when the workspace is made: no brand turns into a drill, and no drill into a brand.
alter table workspaces add column drill_of uuid references workspaces (id);
alter table workspaces add column drill_over_at timestamptz check (drill_over_at is null or drill_of is not null);
alter table workspaces add constraint workspaces_drill unique (id, drill_of);
create function keep_drill_mark() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.drill_of is distinct from old.drill_of then
    raise exception 'a drill is marked for life' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from workspaces b where b.id = new.drill_of and (b.drill_of is not null or b.id = new.id)) then
    raise exception 'a drill is no brand that practises' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger workspaces_drill_mark before insert or update of drill_of on workspaces
  for each row when (new.drill_of is not null) execute function keep_drill_mark();
create trigger workspaces_drill_unmarked before update of drill_of on workspaces
  for each row when (old.drill_of is not null and new.drill_of is null) execute function keep_drill_mark();

create function is_drill(workspace uuid) returns boolean language sql stable
  as $$ select exists (select from workspaces w where w.id = workspace and w.drill_of is not null) $$;

-- A drill holds simulated accounts and no others; a brand holds none of them. Whoever opens an account sees on its row which it is.
alter table channel_accounts add column drill boolean not null default false;
create function seal_drill_account() returns trigger language plpgsql as $$
begin
  new.drill := is_drill(new.workspace_id);
  if new.drill <> (new.connector = 'drill') then
    raise exception 'a drill holds accounts of the drill connector alone, and nothing else holds one'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger channel_accounts_sealed before insert or update of workspace_id, connector, drill on channel_accounts
  for each row execute function seal_drill_account();

-- Nor is anybody told of a drill outside the desk's own pages.
create function seal_drill_telling() returns trigger language plpgsql as $$
begin
  if is_drill(new.workspace_id) then
    raise exception 'nothing of a drill leaves the desk' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger tellings_sealed before insert on tellings for each row execute function seal_drill_telling();

create table drills (
  id uuid primary key,
  -- The drill's own workspace, and the brand that practises.
  workspace_id uuid not null unique,
  brand_id uuid not null,
  scenario jsonb not null,
  seed text not null,
  -- So many minutes of the story go by in one minute of the desk.
  compression integer not null check (compression between 1 and 60),
  state text not null check (state in ('running', 'paused', 'over')),
  started_by uuid not null references members (id),
  started_at timestamptz not null,
  paused_at timestamptz,
  -- How long it has stood still altogether.
  paused_ms bigint not null default 0 check (paused_ms >= 0),
  over_at timestamptz,
  -- How far the desk's own log has been told to the story.
  followed jsonb not null default '{}',
  -- What observers called forward or added to the timetable.
  orders jsonb not null default '{"early": {}, "added": []}',
  -- The simulated world as plain data of core/drill.
  world jsonb not null,
  debrief jsonb,
  unique (workspace_id, id),
  check ((state = 'paused') = (paused_at is not null)),
  check ((state = 'over') = (over_at is not null)),
  check (debrief is null or state = 'over'),
  foreign key (workspace_id, brand_id) references workspaces (id, drill_of)
);
create index drills_of_brand on drills (brand_id, started_at desc);
create index drills_running on drills (id) where state = 'running';

create function keep_drill() returns trigger language plpgsql as $$
begin
  if old.state = 'over' and (new.state, new.world, new.scenario) is distinct from (old.state, old.world, old.scenario)
    or (new.workspace_id, new.brand_id, new.scenario, new.seed, new.compression, new.started_at)
      is distinct from (old.workspace_id, old.brand_id, old.scenario, old.seed, old.compression, old.started_at) then
    raise exception 'a drill is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger drills_kept before update on drills for each row execute function keep_drill();

-- Who answers, and who looks on: an observer sees what is to come, which whoever answers must not.
create table drill_people (
  workspace_id uuid not null,
  member_id uuid not null,
  part text not null check (part in ('trainee', 'observer')),
  primary key (workspace_id, member_id),
  foreign key (workspace_id) references drills (workspace_id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);

-- What the desk did, and what came of it, in the story's time: the debrief is made of these and can be made again.
create table drill_acts (
  workspace_id uuid not null references drills (workspace_id),
  id text not null,
  act jsonb not null,
  primary key (workspace_id, id)
);
create table drill_happenings (
  workspace_id uuid not null references drills (workspace_id),
  seq integer not null,
  happening jsonb not null,
  primary key (workspace_id, seq)
);

create table drill_notes (
  id uuid primary key,
  workspace_id uuid not null references drills (workspace_id),
  member_id uuid not null references members (id),
  text text not null check (btrim(text) <> ''),
  at timestamptz not null,
  -- The moment of the story.
  story_at bigint not null
);
create index drill_notes_in_order on drill_notes (workspace_id, at);

do $$
declare t text;
begin
  foreach t in array array['drills', 'drill_people', 'drill_acts', 'drill_happenings', 'drill_notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update on drill_acts, drill_happenings, drill_notes from vigie_app, vigie_worker;
-- A brand sees the drills it held, to compare them; their words stay in their own workspaces.
create policy of_the_brand on drills for select to vigie_app, vigie_worker using (brand_id = (select current_workspace()));
-- The loop finds what runs, then enters one.
create policy find_work on drills for select to vigie_worker using (true);
