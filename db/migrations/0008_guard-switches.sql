-- The guard under the brand's hand: a rule that a manager switches off, with a reason and a name, and findings that writers contest (H1, V1).

-- One line a stretch of time during which a rule is not heard; the stretches that are over stay.
create table rule_switches (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  -- What protects a person, the law, the account or the network is not on the list.
  rule text not null check (rule in ('G3', 'G6', 'G7', 'G8', 'G9', 'P1', 'P2', 'A4', 'H1', 'link')),
  reason text not null check (btrim(reason) <> ''),
  off_by uuid not null references members (id),
  off_at timestamptz not null,
  on_by uuid references members (id),
  on_at timestamptz,
  unique (workspace_id, id),
  check ((on_by is null) = (on_at is null)),
  check (on_at >= off_at)
);
create unique index rule_switches_off on rule_switches (workspace_id, rule) where on_at is null;

create function keep_rule_switch() returns trigger language plpgsql as $$
begin
  if old.on_at is not null or (new.workspace_id, new.rule, new.reason, new.off_by, new.off_at)
      is distinct from (old.workspace_id, old.rule, old.reason, old.off_by, old.off_at) then
    raise exception 'a switch that was thrown is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger rule_switches_kept before update on rule_switches for each row execute function keep_rule_switch();

-- A finding that a writer holds to be wrong, of these very words; somebody else says whether it was.
create table contests (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  member_id uuid not null references members (id),
  audience text not null check (audience in ('public', 'private')),
  rule text not null,
  code text not null,
  words text not null,
  -- As the guard found it, to be explained in the language of whoever reads it.
  finding jsonb not null,
  reason text not null check (btrim(reason) <> ''),
  contested_at timestamptz not null,
  outcome text check (outcome in ('upheld', 'rejected')),
  note text,
  decided_by uuid references members (id),
  decided_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  -- Nobody is judge of their own words.
  check (decided_by <> member_id)
);
create unique index contests_once on contests (case_id, audience, rule, code, md5(words));
create index contests_by_workspace on contests (workspace_id, contested_at desc);

create function keep_contest() returns trigger language plpgsql as $$
begin
  if old.outcome is not null
    or (new.workspace_id, new.case_id, new.member_id, new.audience, new.rule, new.code, new.words, new.finding, new.reason, new.contested_at)
      is distinct from (old.workspace_id, old.case_id, old.member_id, old.audience, old.rule, old.code, old.words, old.finding, old.reason, old.contested_at) then
    raise exception 'a contest is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger contests_kept before update on contests for each row execute function keep_contest();

do $$
declare t text;
begin
  foreach t in array array['rule_switches', 'contests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
