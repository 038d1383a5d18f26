-- Words to everybody that leave at an hour of their own (W1), and what pauses them (C3). At its hour such a post becomes a delivery like any
-- other; until then it is a plan, that is read again when it is due.

create table scheduled_posts (
  -- The id of the request to read it, and of the delivery that it becomes.
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  statement_id uuid not null,
  account_id uuid not null,
  conversation_id uuid not null,
  case_id uuid not null,
  writer_id uuid not null references members (id),
  -- The name of the account beside which they were written (G5).
  shown_as text not null,
  text text not null check (text <> ''),
  planned_at timestamptz not null,
  leaves_at timestamptz not null,
  -- When the words say that the public hears more.
  announced_at timestamptz,
  state text not null default 'planned' check (state in ('planned', 'asks', 'given', 'taken-back')),
  -- Why it asks: a code of src/core/scheduled, and what a reader needs besides.
  why text,
  detail jsonb not null default '{}',
  asked_at timestamptz,
  -- Somebody said after its hour that it may leave.
  let_go_at timestamptz,
  let_go_by uuid references members (id),
  -- What was told to its writer once: that it is suspended past its hour.
  paused_told_at timestamptz,
  -- What it touches that somebody was shown and let stand.
  seen jsonb not null default '[]',
  ended_at timestamptz,
  ended_by uuid references members (id),
  unique (workspace_id, id),
  foreign key (workspace_id, statement_id) references statements (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  check ((state = 'asks') = (why is not null)),
  check ((let_go_at is null) = (let_go_by is null)),
  check ((state in ('given', 'taken-back')) = (ended_at is not null))
);
create unique index scheduled_posts_one_a_thread on scheduled_posts (conversation_id) where state in ('planned', 'asks');
create index scheduled_posts_due on scheduled_posts (leaves_at) where state = 'planned';
create index scheduled_posts_live on scheduled_posts (workspace_id, leaves_at) where state in ('planned', 'asks');

-- In spite of an open incident somebody lets a post leave: who, and when (C3). Other words, or another hour, are allowed anew.
create table scheduled_allowed (
  id uuid primary key,
  workspace_id uuid not null,
  post_id uuid not null,
  incident_id uuid not null,
  allowed_by uuid not null references members (id),
  allowed_at timestamptz not null,
  ended_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, post_id) references scheduled_posts (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id)
);
create unique index scheduled_allowed_now on scheduled_allowed (post_id, incident_id) where ended_at is null;

-- What was planned for an account, in a thread, by somebody, stays so (G5); what is over is over. Its words change as those of its request
-- do, when whoever reads it puts them right.
create function keep_scheduled_post() returns trigger language plpgsql as $$
begin
  if (new.workspace_id, new.statement_id, new.account_id, new.conversation_id, new.case_id, new.writer_id, new.shown_as)
      is distinct from (old.workspace_id, old.statement_id, old.account_id, old.conversation_id, old.case_id, old.writer_id, old.shown_as)
    or (new.text is distinct from old.text and not exists (select from approvals a
      where a.workspace_id = new.workspace_id and a.id = new.id and a.text = new.text)) then
    raise exception 'a scheduled post is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  if old.ended_at is not null and new is distinct from old then
    raise exception 'a scheduled post that is over stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger scheduled_posts_kept before update on scheduled_posts for each row execute function keep_scheduled_post();

-- The last door, for words with an hour of their own: no path makes them a delivery before it, nor other words, nor while an incident is
-- open in spite of which nobody lets them leave (C3).
create function refuse_early_post() returns trigger language plpgsql as $$
declare planned scheduled_posts;
begin
  if current_user not in ('vigie_app', 'vigie_worker') then return new; end if;
  select * into planned from scheduled_posts s where s.workspace_id = new.workspace_id and s.id = new.id;
  if not found then return new; end if;
  if planned.state <> 'given' or planned.text <> new.text or planned.account_id <> new.account_id
    or planned.conversation_id <> new.conversation_id or planned.writer_id is distinct from new.member_id
    or new.queued_at < planned.leaves_at then
    raise exception 'a scheduled post leaves at its hour' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from incidents i where i.workspace_id = new.workspace_id and i.closed_at is null
    and not exists (select from scheduled_allowed a where a.workspace_id = new.workspace_id and a.post_id = new.id
      and a.incident_id = i.id and a.ended_at is null)) then
    raise exception 'what is scheduled is suspended while an incident is open' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger deliveries_scheduled before insert on deliveries for each row execute function refuse_early_post();

do $$
declare t text;
begin
  foreach t in array array['scheduled_posts', 'scheduled_allowed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
  -- The worker finds what is due in every brand, then enters one.
  create policy find_work on scheduled_posts for select to vigie_worker using (true);
end $$;

-- Whoever planned words must have a second factor when they leave too: the worker sees that there is one, and nothing of it.
grant select (member_id, confirmed_at) on code_makers to vigie_worker;
grant select (id, member_id) on passkeys to vigie_worker;
