-- The case file: what was given to a customer, what was promised to them and by when, and what was asked of which department (G8, P3, P4, T3).

-- A gesture is money: it is added to the ledger of one customer, and never rewritten.
create table gestures (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  kind text not null check (kind in ('voucher', 'discount', 'gift', 'refund-of-fees', 'other')),
  amount_cents integer not null check (amount_cents between 1 and 100000000),
  reason text not null check (btrim(reason) <> ''),
  member_id uuid not null references members (id),
  given_at timestamptz not null,
  -- What stood against it, and why a manager gave it all the same.
  overrode text check (overrode in ('not-settled', 'none-allowed', 'over-the-cap', 'given-enough')),
  override_reason text,
  check ((overrode is null) = (override_reason is null)),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  foreign key (workspace_id, author_id) references authors (workspace_id, id)
);
create index gestures_by_author on gestures (author_id, given_at desc);
create index gestures_by_case on gestures (case_id, given_at);
create trigger gestures_append_only before update or delete on gestures for each row execute function refuse_rewriting();

-- What a customer was told would be done, and by when.
create table commitments (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  what text not null check (btrim(what) <> ''),
  due_at timestamptz not null,
  member_id uuid not null references members (id),
  made_at timestamptz not null,
  -- Told before it passes, then once when it has passed.
  near_at timestamptz not null,
  near_told_at timestamptz,
  passed_told_at timestamptz,
  outcome text check (outcome in ('kept', 'broken')),
  outcome_note text,
  decided_by uuid references members (id),
  decided_at timestamptz,
  check (due_at > made_at and near_at between made_at and due_at),
  check ((outcome is null) = (decided_at is null)),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index commitments_by_case on commitments (case_id, made_at);
create index commitments_open on commitments (due_at) where outcome is null;

-- A question to a department or to a colleague, with a clock of its own (T3).
create table case_questions (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  department text not null check (btrim(department) <> ''),
  asked_of uuid references members (id),
  question text not null check (btrim(question) <> ''),
  asked_by uuid not null references members (id),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  near_at timestamptz not null,
  near_told_at timestamptz,
  escalated_at timestamptz,
  answer text,
  answered_by uuid references members (id),
  answered_at timestamptz,
  check (due_at > asked_at and near_at between asked_at and due_at),
  check ((answer is null) = (answered_at is null)),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index case_questions_by_case on case_questions (case_id, asked_at);
create index case_questions_open on case_questions (due_at) where answered_at is null;

-- The brand's own systems (orders, after-sales): each tells facts by a token or by signed webhooks (T4). The token is kept as its hash.
create table fact_sources (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  name text not null check (btrim(name) <> ''),
  token_hash bytea not null unique,
  -- Sealed: a signature is checked with the secret itself.
  hook_secret bytea not null,
  created_by uuid not null references members (id),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_by uuid references members (id),
  revoked_at timestamptz,
  unique (workspace_id, id),
  check ((revoked_by is null) = (revoked_at is null))
);

-- Every fact remembers where it comes from; the same event of a system is one fact.
alter table facts add column source_id uuid;
alter table facts add column event_id text check (length(event_id) between 1 and 200);
alter table facts add column event_hash bytea;
alter table facts add column file_id uuid;
alter table facts add foreign key (workspace_id, source_id) references fact_sources (workspace_id, id);
alter table facts add foreign key (workspace_id, file_id) references files (workspace_id, id);
alter table facts add check ((source_id is null) = (event_id is null) and (source_id is null) = (event_hash is null));
alter table facts add check (source_id is null or member_id is null);
create unique index facts_once on facts (source_id, event_id) where source_id is not null;
-- A system names a case by the order that is on its file.
create index facts_by_order on facts (workspace_id, lower(detail)) where kind = 'order';

-- « Is it still up? »: what the network answered about a message, and when (D2).
create table message_checks (
  id uuid primary key,
  workspace_id uuid not null,
  message_id uuid not null,
  case_id uuid not null,
  member_id uuid not null references members (id),
  checked_at timestamptz not null,
  found text not null check (found in ('up', 'gone', 'no-answer', 'cannot-ask')),
  detail text,
  foreign key (workspace_id, message_id) references messages (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index message_checks_by_case on message_checks (case_id, checked_at desc);
create trigger message_checks_append_only before update or delete on message_checks for each row execute function refuse_rewriting();

-- Lawful removal: a cause of the list, two people, and the evidence kept before anything is done (D1). Criticism is not a cause.
create table removals (
  id uuid primary key,
  workspace_id uuid not null,
  message_id uuid not null,
  case_id uuid not null,
  cause text not null check (cause in ('hate', 'threat', 'personal-data', 'spam', 'impersonation', 'minors')),
  reason text not null check (btrim(reason) <> ''),
  -- Content and all its versions, author, link, time; its hash is in the log of events too.
  evidence jsonb not null,
  evidence_hash bytea not null check (length(evidence_hash) = 32),
  statement_fr text not null,
  statement_en text not null,
  asked_by uuid not null references members (id),
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'refused', 'withdrawn', 'confirmed', 'hidden', 'not-hidden')),
  decided_by uuid references members (id),
  decided_at timestamptz,
  refusal_reason text,
  done_at timestamptz,
  -- Why the network did not hide it.
  outcome text,
  foreign key (workspace_id, message_id) references messages (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  -- Two people, whatever path writes here.
  check (state in ('asked', 'withdrawn') or (decided_by is not null and decided_by <> asked_by)),
  check (state <> 'refused' or refusal_reason is not null),
  check (state not in ('hidden', 'not-hidden') or done_at is not null)
);
create unique index removals_under_way on removals (message_id) where state in ('asked', 'confirmed', 'hidden');
create index removals_by_time on removals (workspace_id, asked_at desc);

create function keep_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a removal is kept for ever' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.workspace_id, new.message_id, new.case_id, new.cause, new.reason, new.evidence, new.evidence_hash, new.statement_fr, new.statement_en, new.asked_by, new.asked_at)
      is distinct from (old.workspace_id, old.message_id, old.case_id, old.cause, old.reason, old.evidence, old.evidence_hash, old.statement_fr, old.statement_en, old.asked_by, old.asked_at)
    or old.state in ('refused', 'withdrawn', 'hidden')
    or (new.state = 'confirmed' and old.state = 'asked' and new.decided_by is null)
    or (new.state in ('hidden', 'not-hidden') and old.state not in ('confirmed', 'not-hidden')) then
    raise exception 'a removal is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger removals_kept before update or delete on removals for each row execute function keep_removal();

-- What the public said is never deleted by the desk (D1).
revoke delete on messages, message_versions from vigie_app, vigie_worker;

do $$
declare t text;
begin
  foreach t in array array['gestures', 'commitments', 'case_questions', 'fact_sources', 'message_checks', 'removals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update on gestures, message_checks from vigie_app, vigie_worker;
-- The clock finds what is due in every brand, then enters one.
create policy find_work on commitments for select to vigie_worker using (true);
create policy find_work on case_questions for select to vigie_worker using (true);
