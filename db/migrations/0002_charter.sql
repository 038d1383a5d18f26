-- The charter: what the brand and those who answer for it have agreed (H1). A version is a draft until one member of each side has
-- approved it; from then on it is in force, and kept for ever. A draft that somebody has approved is never changed under their name:
-- an edit then makes the next version.

create table charter_versions (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  number integer not null check (number > 0),
  -- Counts the edits of a draft: one approves what one has read, or is told that it has moved on.
  revision integer not null default 1 check (revision > 0),
  charter jsonb not null,
  member_id uuid not null references members (id),
  created_at timestamptz not null,
  edited_at timestamptz not null,
  in_force_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, number)
);
create index charter_in_force on charter_versions (workspace_id, number desc) where in_force_at is not null;

create table charter_approvals (
  workspace_id uuid not null,
  version_id uuid not null,
  side text not null check (side in ('brand', 'agency')),
  member_id uuid not null references members (id),
  role text not null,
  approved_at timestamptz not null,
  primary key (version_id, side),
  -- Two sides, two people.
  unique (version_id, member_id),
  foreign key (workspace_id, version_id) references charter_versions (workspace_id, id)
);

create function keep_charter() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a charter is kept for ever' using errcode = 'integrity_constraint_violation';
  end if;
  if old.in_force_at is not null
    or (new.charter is distinct from old.charter and exists (select from charter_approvals a where a.version_id = old.id)) then
    raise exception 'an approved charter is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger charter_versions_kept before update or delete on charter_versions for each row execute function keep_charter();

create function keep_approvals() returns trigger language plpgsql as $$
begin
  raise exception 'approvals are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger charter_approvals_kept before update or delete on charter_approvals for each row execute function keep_approvals();

-- How often a rule spoke, and a promise was missed, over thirty days is counted from the log.
create index events_counted on events (workspace_id, name, at) where name in ('guard.refused', 'delivery.held', 'case.breached');

do $$
declare t text;
begin
  foreach t in array array['charter_versions', 'charter_approvals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update on charter_approvals from vigie_app, vigie_worker;
