-- Those whom an incident touches, told one by one in private (C2); and the vouchers given to those whose affair was settled (C5, G8).

-- ── Those affected ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A file of orders, read line by line. The same file twice is one import.
create table order_imports (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  name text not null,
  sha256 bytea not null check (length(sha256) = 32),
  encoding text not null check (encoding in ('utf-8', 'windows-1252')),
  separator text not null check (separator in (';', ',', E'\t')),
  header text not null,
  -- Columns that were there and were not kept.
  ignored text[] not null,
  imported_by uuid not null references members (id),
  imported_at timestamptz not null,
  unique (workspace_id, id),
  unique (incident_id, sha256),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id)
);

create table affected_orders (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  order_number text not null,
  first_name text,
  name text,
  email text check (email = lower(email)),
  -- « 2026-05-31 ».
  day text,
  solution text,
  primary key (import_id, line),
  foreign key (workspace_id, import_id) references order_imports (workspace_id, id)
);

-- What could not be used, in its own characters, so that it can be mended and imported again.
create table rejected_lines (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  raw text not null,
  faults jsonb not null,
  primary key (import_id, line),
  foreign key (workspace_id, import_id) references order_imports (workspace_id, id)
);

-- « No more messages of this kind », under everything that names the person; kept for ever.
create table objections (
  workspace_id uuid not null references workspaces (id),
  kind text not null check (kind in ('email', 'author', 'customer')),
  value text not null,
  said_at timestamptz not null,
  -- The message that says so; null where a member noted it.
  message_id uuid,
  member_id uuid references members (id),
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, message_id) references messages (workspace_id, id),
  check (num_nonnulls(message_id, member_id) = 1)
);
create trigger objections_append_only before update or delete on objections for each row execute function refuse_rewriting();

-- ── The message to each of them ───────────────────────────────────────────────────────────────────────────────────────────────

create table outreaches (
  id uuid primary key,
  workspace_id uuid not null,
  incident_id uuid not null,
  language text not null check (language in ('fr', 'en')),
  subject text not null,
  template text not null,
  -- Those of the files are always on the list; those who wrote are answered where they wrote, unless they are to be told as well.
  with_writers boolean not null default false,
  -- Those concerned by a fact besides; null: none.
  fact_kind text,
  fact_status text,
  per_minute integer not null check (per_minute between 1 and 60),
  state text not null check (state in ('draft', 'asked', 'running', 'paused', 'over', 'withdrawn')),
  writer_id uuid not null references members (id),
  readers_needed smallint not null default 1 check (readers_needed in (1, 2)),
  approved_by uuid[] not null default '{}',
  return_reason text,
  created_at timestamptz not null,
  asked_at timestamptz,
  started_at timestamptz,
  over_at timestamptz,
  -- How far what came in has been looked through for answers to it.
  looked_at timestamptz not null,
  unique (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id),
  -- Nobody approves their own words; two readers are two people.
  check (writer_id <> all (approved_by)),
  check (cardinality(approved_by) < 2 or approved_by[1] <> approved_by[2]),
  check (state not in ('running', 'paused') or cardinality(approved_by) >= readers_needed),
  check ((fact_kind is null) = (fact_status is null))
);
create index outreaches_by_incident on outreaches (workspace_id, incident_id, created_at desc);
create index outreaches_running on outreaches (id) where state = 'running';
create index outreaches_listened on outreaches (looked_at) where started_at is not null;
-- One at a time for one incident: nobody is told twice by two colleagues.
create unique index outreaches_open on outreaches (incident_id) where state in ('draft', 'asked', 'running', 'paused');

-- Everybody of the list, with the words for them. The delivery has the id of its person: there can be only one, whatever crashes.
create table outreach_people (
  id uuid primary key,
  workspace_id uuid not null,
  outreach_id uuid not null,
  place integer not null,
  name text,
  first_name text,
  orders text[] not null default '{}',
  sources text[] not null,
  emails text[] not null default '{}',
  author_ids uuid[] not null default '{}',
  customer_ids uuid[] not null default '{}',
  way text check (way in ('private-conversation', 'private-message', 'email')),
  why_not text,
  account_id uuid,
  case_id uuid,
  address text,
  text text,
  -- Slots that nothing fills for this person.
  missing text[] not null default '{}',
  findings jsonb not null default '[]',
  state text not null check (state in ('planned', 'held-back', 'no-way', 'opted-out', 'given', 'withdrawn')),
  given_at timestamptz,
  answered_at timestamptz,
  unique (workspace_id, id),
  unique (outreach_id, place),
  foreign key (workspace_id, outreach_id) references outreaches (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  check (state not in ('planned', 'given') or (way is not null and text is not null and account_id is not null)),
  check (state <> 'given' or (case_id is not null and given_at is not null))
);
create index outreach_people_planned on outreach_people (outreach_id, place) where state = 'planned';
create index outreach_people_given on outreach_people (account_id, given_at) where state = 'given';
create index outreach_people_by_case on outreach_people (case_id) where case_id is not null;

create function keep_outreach() returns trigger language plpgsql as $$
begin
  if (old.state in ('over', 'withdrawn') and new.state <> old.state)
    or (new.workspace_id, new.incident_id, new.writer_id) is distinct from (old.workspace_id, old.incident_id, old.writer_id)
    or (old.state <> 'draft' and (new.template, new.subject, new.language, new.readers_needed)
      is distinct from (old.template, old.subject, old.language, old.readers_needed)) then
    raise exception 'an outreach that was read or is over is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger outreaches_kept before update on outreaches for each row execute function keep_outreach();

create function keep_outreach_person() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_user in ('vigie_app', 'vigie_worker')
      and exists (select from outreaches o where o.id = old.outreach_id and o.state <> 'draft') then
      raise exception 'the list was read by somebody' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if (new.workspace_id, new.outreach_id, new.text, new.way, new.account_id, new.address, new.emails)
      is distinct from (old.workspace_id, old.outreach_id, old.text, old.way, old.account_id, old.address, old.emails)
    or (old.state <> 'planned' and new.state <> old.state) then
    raise exception 'what somebody was to be told is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger outreach_people_kept before update or delete on outreach_people for each row execute function keep_outreach_person();

-- The last door, for words to many: these very words, for this very person, in private, of an outreach that was read by as many as it needs.
create or replace function refuse_unapproved() returns trigger language plpgsql as $$
begin
  if current_user not in ('vigie_app', 'vigie_worker') then return new; end if;
  if tg_op = 'UPDATE' and (new.text, new.content_hash, new.audience, new.account_id, new.conversation_id, new.member_id, new.approval_id)
      is distinct from (old.text, old.content_hash, old.audience, old.account_id, old.conversation_id, old.member_id, old.approval_id) then
    raise exception 'the words of a delivery are not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from outreach_people p where p.id = new.id) then
    if not exists (select from outreach_people p join outreaches o on o.id = p.outreach_id
        where p.id = new.id and p.workspace_id = new.workspace_id and p.text = new.text and p.account_id = new.account_id
          and p.case_id = new.case_id and o.writer_id = new.member_id and new.audience = 'private' and new.approval_id is null
          and cardinality(o.approved_by) >= o.readers_needed and (tg_op = 'UPDATE' or o.state = 'running')) then
      raise exception 'these are not the words that were approved for this person' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
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

-- ── Vouchers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What the brand gives one customer, and all of them, over twelve months; null: what the charter says of gestures is all.
create table voucher_rules (
  workspace_id uuid primary key references workspaces (id),
  per_customer_cents integer check (per_customer_cents > 0),
  per_year_cents integer check (per_year_cents > 0),
  valid_days integer not null check (valid_days between 1 and 730),
  changed_by uuid not null references members (id),
  changed_at timestamptz not null
);

-- A voucher is a gesture with a code: the gesture's ledger counts it too.
create table vouchers (
  id uuid primary key,
  workspace_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$'),
  kind text not null check (kind in ('next-order', 'referral')),
  gesture_id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  amount_cents integer not null check (amount_cents > 0),
  issued_by uuid not null references members (id),
  issued_at timestamptz not null,
  valid_until timestamptz not null,
  unique (workspace_id, id),
  unique (workspace_id, code),
  unique (gesture_id),
  foreign key (workspace_id, gesture_id) references gestures (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  foreign key (workspace_id, author_id) references authors (workspace_id, id),
  check (valid_until > issued_at)
);
create index vouchers_by_author on vouchers (author_id, issued_at desc);
create index vouchers_by_age on vouchers (workspace_id, issued_at desc);
create trigger vouchers_append_only before update or delete on vouchers for each row execute function refuse_rewriting();

-- The latest settled affairs: whoever had one is on the way to recommend the brand.
create index cases_settled on cases (workspace_id, settled_at desc) where settled_at is not null;

-- What became of it, once: used, or taken back.
create table voucher_ends (
  voucher_id uuid primary key,
  workspace_id uuid not null,
  how text not null check (how in ('redeemed', 'void')),
  -- The order it was used on, or why it was taken back.
  note text not null check (btrim(note) <> ''),
  member_id uuid not null references members (id),
  at timestamptz not null,
  foreign key (workspace_id, voucher_id) references vouchers (workspace_id, id)
);
create trigger voucher_ends_append_only before update or delete on voucher_ends for each row execute function refuse_rewriting();

do $$
declare t text;
begin
  foreach t in array array['order_imports', 'affected_orders', 'rejected_lines', 'objections', 'outreaches', 'outreach_people',
    'voucher_rules', 'vouchers', 'voucher_ends'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
grant update on outreaches, outreach_people, voucher_rules to vigie_app, vigie_worker;
grant delete on outreach_people to vigie_app, vigie_worker;
-- The worker finds what is under way in every brand, then enters one.
create policy find_work on outreaches for select to vigie_worker using (true);
