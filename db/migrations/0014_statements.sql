-- Public statements: what the brand says to everybody about an incident, prepared before it and published on several accounts at once
-- (C1, C3, C4). They go out as replies do: by deliveries, with their guard and approvals, in a conversation that the brand begins itself.

-- Begun by the brand, for everybody: `author_id` is its own account. Whoever comments has a conversation of their own.
alter table conversations add column own boolean not null default false;

-- Kept before any crisis. `wordings` is plain data of src/core/statement: a text for each language, and where wanted for each network.
create table prepared_statements (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  title text not null check (title <> ''),
  moment text not null check (moment in ('heard', 'taken', 'progress', 'settled', 'correction')),
  wordings jsonb not null,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references members (id),
  removed_at timestamptz,
  unique (workspace_id, id)
);
create index prepared_statements_kept on prepared_statements (workspace_id, made_at) where removed_at is null;

-- One thread of the brand's, on each of its accounts that were chosen.
create table statements (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  -- Null: about no incident.
  incident_id uuid,
  prepared_id uuid,
  made_by uuid not null references members (id),
  made_at timestamptz not null,
  -- When the public was told that it would hear more; each publication says it anew.
  announced_at timestamptz,
  -- What was last given has not reached the public yet: once it does, the clock of the incident starts anew.
  owes_update boolean not null default true,
  unique (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  foreign key (workspace_id, prepared_id) references prepared_statements (workspace_id, id)
);
create index statements_by_incident on statements (workspace_id, incident_id, made_at desc);

create table statement_posts (
  id uuid primary key,
  workspace_id uuid not null,
  statement_id uuid not null,
  account_id uuid not null,
  conversation_id uuid not null,
  case_id uuid not null,
  -- What the network last answered about our words, read back after they went out (D2), and when it is asked again.
  found text check (found in ('up', 'gone', 'no-answer', 'cannot-ask')),
  checked_at timestamptz,
  check_at timestamptz,
  checks integer not null default 0,
  -- Somebody was told that it is not there any more.
  gone_told_at timestamptz,
  unique (workspace_id, id),
  unique (statement_id, account_id),
  unique (conversation_id),
  foreign key (workspace_id, statement_id) references statements (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  check ((found is null) = (checked_at is null))
);
create index statement_posts_to_check on statement_posts (check_at) where check_at is not null;

-- What somebody was shown stays where it was shown: a post changes neither its thread nor its account (G5).
create function keep_statement_post() returns trigger language plpgsql as $$
begin
  if (new.workspace_id, new.statement_id, new.account_id, new.conversation_id, new.case_id)
      is distinct from (old.workspace_id, old.statement_id, old.account_id, old.conversation_id, old.case_id) then
    raise exception 'a post of a statement is not moved' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger statement_posts_kept before update on statement_posts for each row execute function keep_statement_post();

-- The last door, for words that speak to everybody: two people have read them, wherever a second one is there to (V1).
create function refuse_lone_statement() returns trigger language plpgsql as $$
begin
  if current_user not in ('vigie_app', 'vigie_worker') or new.approval_id is not null then return new; end if;
  if exists (select from conversations c where c.workspace_id = new.workspace_id and c.id = new.conversation_id and c.own)
    and exists (select from memberships b join members m on m.id = b.member_id
      where b.workspace_id = new.workspace_id and b.member_id is distinct from new.member_id
        and b.role in ('validator', 'manager', 'admin') and m.disabled_at is null) then
    raise exception 'a statement waits for a second person' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger deliveries_statement before insert on deliveries for each row execute function refuse_lone_statement();

do $$
declare t text;
begin
  foreach t in array array['prepared_statements', 'statements', 'statement_posts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
  -- The worker finds what is to be read back in every brand, then enters one.
  create policy find_work on statement_posts for select to vigie_worker using (true);
end $$;
