-- The team, continued: departments with their own promise, cases that go to whoever knows, what
-- somebody may say alone once they have earned it, a gesture taken back (T1, T3, V1, V3, G8).

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

-- ── How far somebody speaks alone ─────────────────────────────────────────────────────────────────────────────────────────────

-- What a manager last decided of a member; without a line, what their role may.
create table autonomies (
  workspace_id uuid not null,
  member_id uuid not null,
  level text not null check (level in ('all-read', 'sensitive-read', 'alone-on')),
  subjects text[] not null default '{}',
  up_to_cents integer check (up_to_cents > 0),
  decided_by uuid references members (id),
  -- Only what was read since counts for the next step; null while nobody has decided anything.
  decided_at timestamptz,
  -- Managers were told that a step is due.
  told_at timestamptz,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references memberships (workspace_id, member_id) on delete cascade,
  check ((decided_by is null) = (decided_at is null)),
  check (level = 'alone-on' or (cardinality(subjects) = 0 and up_to_cents is null))
);

-- The last door asks it too: whoever's every word is read sends none without its approval (V3).
create or replace function refuse_unapproved() returns trigger language plpgsql as $$
begin
  if current_user not in ('vigie_app', 'vigie_worker') then return new; end if;
  if tg_op = 'UPDATE' and (new.text, new.content_hash, new.audience, new.account_id, new.conversation_id, new.member_id, new.approval_id)
      is distinct from (old.text, old.content_hash, old.audience, old.account_id, old.conversation_id, old.member_id, old.approval_id) then
    raise exception 'the words of a delivery are not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  if new.approval_id is null then
    if jsonb_path_exists(new.guard, '$.findings[*] ? (@.severity == "approve")') or jsonb_path_exists(new.guard, '$.reasons[*]')
      or (tg_op = 'INSERT' and exists (select from memberships b
        left join autonomies a on a.workspace_id = b.workspace_id and a.member_id = b.member_id
        where b.workspace_id = new.workspace_id and b.member_id = new.member_id
          and (b.role = 'trainee' or (b.role = 'agent' and a.level = 'all-read')))) then
      raise exception 'these words wait for an approval' using errcode = 'integrity_constraint_violation';
    end if;
  elsif tg_op = 'INSERT' and not exists (select from approvals a
      where a.workspace_id = new.workspace_id and a.id = new.approval_id and a.state = 'approved' and a.text = new.text
        and a.content_hash = new.content_hash and a.audience = new.audience and a.account_id = new.account_id
        and a.conversation_id = new.conversation_id and a.writer_id = new.member_id) then
    raise exception 'these are not the words that were approved' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create index approvals_by_writer on approvals (workspace_id, writer_id, decided_at desc) where state in ('approved', 'returned');

do $$
declare t text;
begin
  foreach t in array array['gesture_reversals', 'departments', 'department_people', 'routing_rules', 'autonomies'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update, delete on gesture_reversals from vigie_app, vigie_worker;
