-- Team: who watches, who validates, who answers, hour by hour; who is away and who stands in; who a new case is given to (T1, T2, L4, V2).

-- Every week on the same day, in the brand's zone. Whoever leaves the brand leaves the rota.
create table shifts (
  id uuid primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  duty text not null check (duty in ('watch', 'approve', 'answer')),
  weekday smallint not null check (weekday between 1 and 7),
  starts text not null check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends text not null check (ends ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' and ends <> starts),
  created_at timestamptz not null,
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);
create index shifts_by_workspace on shifts (workspace_id, duty, weekday, starts);

create table absences (
  id uuid primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  stand_in_id uuid check (stand_in_id <> member_id),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  -- Back early, or never gone.
  ended_at timestamptz,
  recorded_by uuid not null references members (id),
  recorded_at timestamptz not null,
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade,
  foreign key (workspace_id, stand_in_id) references memberships (workspace_id, member_id) on delete set null (stand_in_id)
);
create index absences_by_workspace on absences (workspace_id, until_at);

-- What managers were told of open hours that nobody takes, so that each is said once.
create table hole_notices (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  duty text not null check (duty in ('watch', 'approve', 'answer')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  told_at timestamptz not null
);
create index hole_notices_by_workspace on hole_notices (workspace_id, duty, ends_at);

-- New cases find an owner by themselves only where a manager has said so.
create table routings (
  workspace_id uuid primary key references workspaces (id),
  gives boolean not null default false,
  -- Nobody is given more open cases than this.
  most_open integer not null default 30 check (most_open between 1 and 1000),
  updated_at timestamptz not null
);

-- What a member takes: languages and accounts; an empty list is all of them.
create table routing_hands (
  workspace_id uuid not null,
  member_id uuid not null,
  languages text[] not null default '{}',
  account_ids uuid[] not null default '{}',
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['shifts', 'absences', 'hole_notices', 'routings', 'routing_hands'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
-- The clock finds the brands that have a rota, or whose cases find their owner, then enters one.
create policy find_work on shifts for select to vigie_worker using (true);
create policy find_work on routings for select to vigie_worker using (true);
