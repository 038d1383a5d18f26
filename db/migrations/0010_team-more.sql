-- The team, continued: departments with their own promise, cases that go to whoever knows, a gesture taken back (T1, T3, G8).

-- A gesture that was noted by mistake stays in the ledger; what takes it back stands beside it, and is never rewritten either.
alter table gestures add unique (workspace_id, id);
create table gesture_reversals (
  id uuid primary key,
  workspace_id uuid not null,
  gesture_id uuid not null unique,
  reason text not null check (btrim(reason) <> ''),
  member_id uuid not null references members (id),
  reversed_at timestamptz not null,
  foreign key (workspace_id, gesture_id) references gestures (workspace_id, id)
);
create trigger gesture_reversals_append_only before update or delete on gesture_reversals for each row execute function refuse_rewriting();

-- ── Departments ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who can be brought into a case: how they are reached, who answers for them, how soon they promise to answer, in open hours (T3).
create table departments (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  name text not null check (length(btrim(name)) between 1 and 100),
  reach text not null default '' check (length(reach) <= 300),
  head_id uuid,
  promise_minutes integer not null check (promise_minutes between 5 and 43200),
  created_at timestamptz not null,
  -- Questions that it was asked still name it.
  closed_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, head_id) references memberships (workspace_id, member_id) on delete set null (head_id)
);
create unique index departments_by_name on departments (workspace_id, lower(name)) where closed_at is null;

create table department_people (
  workspace_id uuid not null,
  department_id uuid not null,
  member_id uuid not null,
  primary key (department_id, member_id),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);

-- Its head is told before the time passes; null where there is nobody else to tell.
alter table case_questions add column department_id uuid;
alter table case_questions add column head_at timestamptz;
alter table case_questions add column head_told_at timestamptz;
alter table case_questions add foreign key (workspace_id, department_id) references departments (workspace_id, id);
alter table case_questions add check (head_at is null or head_at between near_at and due_at);

-- ── Cases that go to whoever knows ────────────────────────────────────────────────────────────────────────────────────────────

-- Words of the trade that the brand chose, and who knows which.
alter table routings add column skills text[] not null default '{}';
alter table routing_hands add column skills text[] not null default '{}';

-- « What touches these words, on this network or account, in this language, goes there »; the first that holds wins.
create table routing_rules (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  place integer not null,
  words text[] not null default '{}',
  connector text,
  account_id uuid,
  language text,
  skill text,
  department_id uuid,
  member_id uuid,
  check (num_nonnulls(skill, department_id, member_id) = 1),
  check (cardinality(words) > 0 or num_nonnulls(connector, account_id, language) > 0),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade
);
create index routing_rules_by_workspace on routing_rules (workspace_id, place);

do $$
declare t text;
begin
  foreach t in array array['gesture_reversals', 'departments', 'department_people', 'routing_rules'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update, delete on gesture_reversals from vigie_app, vigie_worker;
