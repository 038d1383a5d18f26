-- Validation: a reply that a second person reads before it leaves (V1, V2, V3). A request carries the id of the delivery that it lets go;
-- its words are the writer's until an approver changes them, and nobody's once they are approved.

create table approvals (
  id uuid primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  conversation_id uuid not null,
  case_id uuid not null,
  writer_id uuid not null references members (id),
  audience text not null check (audience in ('public', 'private')),
  asked_text text not null,
  -- As they stand: the writer's, or those that an approver put in their place.
  text text not null,
  -- Of the words that were approved.
  content_hash bytea,
  urgent boolean not null default false,
  resolve_after boolean not null default false,
  -- What the writer had seen of the thread.
  seen_mark text not null,
  reasons jsonb not null,
  guard jsonb not null,
  state text not null check (state in ('waiting', 'approved', 'returned', 'withdrawn', 'voided')),
  needed smallint not null check (needed in (1, 2)),
  approvers uuid[] not null default '{}',
  asked_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  -- Why it went back to the writer.
  return_reason text,
  -- The request as the fold of its events (core/approval).
  fold jsonb not null,
  unique (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  -- Nobody approves their own words; two approvers are two people.
  check (writer_id <> all (approvers)),
  check (cardinality(approvers) < 2 or approvers[1] <> approvers[2]),
  check (state <> 'approved' or (cardinality(approvers) >= needed and content_hash is not null)),
  check (state <> 'returned' or return_reason is not null)
);
-- The approvers' list, nearest deadline first; the clock reads the same.
create index approvals_waiting on approvals (workspace_id, due_at, id) where state = 'waiting';
create index approvals_by_case on approvals (case_id, asked_at desc);

create function keep_approval() returns trigger language plpgsql as $$
begin
  if (new.writer_id, new.asked_text, new.conversation_id, new.account_id, new.audience, new.workspace_id)
      is distinct from (old.writer_id, old.asked_text, old.conversation_id, old.account_id, old.audience, old.workspace_id)
    or (old.state <> 'waiting' and (new.text, new.content_hash) is distinct from (old.text, old.content_hash))
    or (old.state <> 'waiting' and new.state <> old.state and not (old.state = 'approved' and new.state = 'voided')) then
    raise exception 'a request that was decided is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger approvals_kept before update on approvals for each row execute function keep_approval();

alter table deliveries add column approval_id uuid check (approval_id = id);
alter table deliveries add foreign key (workspace_id, approval_id) references approvals (workspace_id, id);

-- The last door: whatever path makes a delivery, words that must wait do not become one without their approval, and what was approved is
-- what leaves. Whoever restores or migrates the database answers for it themselves.
create function refuse_unapproved() returns trigger language plpgsql as $$
begin
  if current_user not in ('vigie_app', 'vigie_worker') then return new; end if;
  if tg_op = 'UPDATE' and (new.text, new.content_hash, new.audience, new.account_id, new.conversation_id, new.member_id, new.approval_id)
      is distinct from (old.text, old.content_hash, old.audience, old.account_id, old.conversation_id, old.member_id, old.approval_id) then
    raise exception 'the words of a delivery are not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  if new.approval_id is null then
    if jsonb_path_exists(new.guard, '$.findings[*] ? (@.severity == "approve")') or jsonb_path_exists(new.guard, '$.reasons[*]')
      or (tg_op = 'INSERT' and exists (select from memberships b
        where b.workspace_id = new.workspace_id and b.member_id = new.member_id and b.role = 'trainee')) then
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
create trigger deliveries_approved before insert or update of text, content_hash, audience, account_id, conversation_id, member_id, approval_id, guard
  on deliveries for each row execute function refuse_unapproved();

do $$
begin
  alter table approvals enable row level security;
  alter table approvals force row level security;
  create policy own_workspace on approvals to vigie_app, vigie_worker
    using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
  execute format('create policy maintenance on approvals to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', current_user);
  grant select, insert, update on approvals to vigie_app, vigie_worker;
  -- The clock finds what waits in every brand, then enters one.
  create policy find_work on approvals for select to vigie_worker using (true);
end $$;
