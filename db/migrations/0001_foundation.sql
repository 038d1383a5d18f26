-- The desk's foundation. Every row of a brand carries its workspace, and row-level security keeps one brand from another even where
-- a query forgets to. Roles are per cluster: `vigie_app` answers the web, `vigie_worker` may besides claim waiting work of all brands.

do $$ begin create role vigie_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role vigie_worker nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant vigie_app, vigie_worker to %I', current_user); exception when others then
  raise notice 'roles not granted to %: %', current_user, sqlerrm; end $$;

create extension if not exists unaccent with schema public;

-- Search reads French and English at once: accents folded, both stemmers.
create text search configuration vigie_fr (copy = french);
alter text search configuration vigie_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration vigie_en (copy = english);
alter text search configuration vigie_en alter mapping for hword, hword_part, word with unaccent, english_stem;

create function current_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;

-- ── Who works here ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table workspaces (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  language text not null default 'fr',
  time_zone text not null default 'Europe/Paris',
  undo_ms integer not null default 6000 check (undo_ms between 0 and 30000),
  late_after_minutes integer not null default 30 check (late_after_minutes between 1 and 1440),
  private_ways jsonb not null default '[]',
  created_at timestamptz not null
);

create table members (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  language text not null default 'fr',
  preferences jsonb not null default '{}',
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index members_by_email on members (lower(email));

create table memberships (
  workspace_id uuid not null references workspaces (id),
  member_id uuid not null references members (id),
  role text not null check (role in ('admin', 'manager', 'validator', 'agent', 'trainee')),
  created_at timestamptz not null,
  primary key (workspace_id, member_id)
);
create index memberships_by_member on memberships (member_id);

create table sessions (
  token_hash bytea primary key,
  member_id uuid not null references members (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default ''
);
create index sessions_by_member on sessions (member_id);

-- One-time links. The purpose is part of the key: a link made for one use is never accepted for another.
create table links (
  token_hash bytea not null,
  purpose text not null check (purpose in ('set-up', 'invite', 'reset')),
  workspace_id uuid references workspaces (id),
  member_id uuid references members (id),
  role text,
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (purpose, token_hash)
);

-- Facts about the installation itself: the fingerprint of the key, the last heartbeat of each loop.
create table installation (key text primary key, value jsonb not null, updated_at timestamptz not null);

-- ── Where we listen and speak ─────────────────────────────────────────────────────────────────────────────────────────────────

create table channel_accounts (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  connector text not null,
  external_id text not null,
  handle text not null,
  display_name text not null,
  avatar_url text,
  colour text not null default '#0a5f63',
  profile jsonb not null default '{}',
  settings jsonb not null default '{}',
  secret bytea,
  cursor jsonb,
  state text not null default 'connected' check (state in ('connected', 'needs-attention', 'disconnected')),
  attention text,
  connected_at timestamptz not null,
  disconnected_at timestamptz,
  next_poll_at timestamptz,
  poll_lease_until timestamptz,
  poll_failures integer not null default 0,
  last_webhook_at timestamptz,
  last_poll_at timestamptz,
  last_message_at timestamptz,
  token_expires_at timestamptz,
  gaps_repaired integer not null default 0,
  quiet_until timestamptz,
  unique (workspace_id, id)
);
create unique index channel_accounts_once on channel_accounts (workspace_id, connector, external_id) where disconnected_at is null;
create index channel_accounts_to_poll on channel_accounts (next_poll_at) where next_poll_at is not null and disconnected_at is null;

-- What a connector must remember between two calls (a session, a position, the practice town).
create table connector_memory (
  workspace_id uuid not null,
  account_id uuid not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (account_id, key),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id)
);

-- What the network handed over, as it was, kept before anything is answered or understood (L1).
create table receipts (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  external_id text not null,
  source text not null check (source in ('webhook', 'poll', 'replay')),
  body jsonb,
  raw bytea,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'ignored', 'quarantined')),
  attempts smallint not null default 0,
  lease_until timestamptz,
  fault text,
  done_at timestamptz,
  unique (account_id, external_id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  check (body is not null or raw is not null)
);
-- Read account by account, in the order of arrival.
create index receipts_waiting on receipts (account_id, id) where state = 'waiting';
create index receipts_quarantined on receipts (workspace_id, id) where state = 'quarantined';
create index receipts_done on receipts (done_at) where state in ('done', 'ignored');

-- Keeps webhooks that came together, in one statement that enters the brand, inserts and commits; gives the keys that were new. A function,
-- because PostgreSQL keeps its plan: making it anew costs as much as the insert. The bodies are one run of bytes, cut up here.
create function keep_hooks(brand uuid, account uuid, keys text[], starts integer[], lengths integer[], bodies bytea, at timestamptz)
  returns table (new_key text) language plpgsql as $$
begin
  perform set_config('app.workspace', brand::text, true);
  return query
    insert into receipts (workspace_id, account_id, external_id, source, raw, received_at)
    select brand, account, r.key, 'webhook', substring(bodies from r.start for r.length), at
    from unnest(keys, starts, lengths) as r (key, start, length)
    on conflict (account_id, external_id) do nothing returning external_id;
end $$;
revoke all on function keep_hooks(uuid, uuid, text[], integer[], integer[], bytea, timestamptz) from public;
grant execute on function keep_hooks(uuid, uuid, text[], integer[], integer[], bytea, timestamptz) to vigie_worker;

-- ── Who speaks to us ──────────────────────────────────────────────────────────────────────────────────────────────────────────

create table customers (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  name text not null,
  notes text not null default '',
  created_at timestamptz not null,
  unique (workspace_id, id)
);

create table authors (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  connector text not null,
  external_id text not null,
  handle text not null,
  display_name text not null,
  avatar_url text,
  profile_url text,
  followers integer,
  profile jsonb not null default '{}',
  customer_id uuid,
  first_seen_at timestamptz not null,
  updated_at timestamptz not null,
  unique (workspace_id, id),
  unique (workspace_id, connector, external_id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);

-- ── What is said ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- One customer's exchange with one account, inside the thread as the network has it.
create table conversations (
  id uuid primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  external_id text not null,
  author_id uuid not null,
  audience text not null check (audience in ('public', 'private')),
  subject text,
  permalink text,
  -- What the network last answered about reaching this person in private (P2), and when.
  private_way jsonb,
  private_way_at timestamptz,
  first_in_at timestamptz,
  first_out_at timestamptz,
  last_message_at timestamptz not null,
  message_count integer not null default 0,
  created_at timestamptz not null,
  unique (workspace_id, id),
  unique (account_id, external_id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, author_id) references authors (workspace_id, id)
);
create index conversations_by_author on conversations (workspace_id, author_id, last_message_at desc);

-- Our work on a conversation. The newest message is repeated here so that one index serves the inbox.
create table cases (
  id uuid primary key,
  workspace_id uuid not null,
  conversation_id uuid not null,
  account_id uuid not null,
  author_id uuid not null,
  number integer not null,
  state text not null check (state in ('open', 'waiting', 'resolved', 'reopened')),
  audience text not null check (audience in ('public', 'private')),
  owner_id uuid references members (id),
  due_at timestamptz,
  promised_ms bigint,
  unanswered_since timestamptz,
  breached_at timestamptz,
  snoozed_until timestamptz,
  settled_at timestamptz,
  opened_at timestamptz not null,
  answered_at timestamptz,
  resolved_at timestamptz,
  resolution text,
  resolution_note text,
  excerpt text not null default '',
  last_in_at timestamptz,
  last_out_at timestamptz,
  version integer not null default 1,
  -- The case as the fold of its events (core/case); the columns above are what queries and indexes need of it.
  fold jsonb not null,
  unique (workspace_id, id),
  unique (workspace_id, number),
  unique (conversation_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, author_id) references authors (workspace_id, id)
);
-- The inbox: what is owed, nearest deadline first (A2); the second serves « mine ». The first also holds all that the horizon counts.
create index cases_owed on cases (workspace_id, due_at, id) include (owner_id, snoozed_until) where due_at is not null;
create index cases_owed_by_owner on cases (workspace_id, owner_id, due_at, id) where due_at is not null;
-- The other queues, latest words first: each in the very order of its pages, so that none sorts a year to show a screen.
create index cases_by_state on cases (workspace_id, state, last_in_at desc, id desc);
create index cases_by_latest on cases (workspace_id, last_in_at desc, id desc);
create index cases_by_owner on cases (workspace_id, owner_id, last_in_at desc, id desc) where owner_id is not null;
create index cases_by_account on cases (account_id, last_in_at desc, id desc);
create index cases_snoozed on cases (workspace_id, snoozed_until, id) where snoozed_until is not null;
create index cases_to_wake on cases (snoozed_until) where snoozed_until is not null;
create index cases_to_breach on cases (due_at) where due_at is not null and breached_at is null;
-- A walk of an index that holds all it needs reads the table as well wherever that was written to since the last vacuum.
alter table cases set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

create table case_numbers (workspace_id uuid primary key references workspaces (id), last integer not null default 0);

create table messages (
  id uuid primary key,
  workspace_id uuid not null,
  conversation_id uuid not null,
  account_id uuid not null,
  external_id text not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null,
  audience text not null check (audience in ('public', 'private')),
  author_id uuid,
  member_id uuid references members (id),
  delivery_id uuid,
  parent_external_id text,
  permalink text,
  subject text,
  text text not null,
  html text,
  attachments jsonb not null default '[]',
  quoted jsonb,
  meta jsonb not null default '{}',
  language text,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  version integer not null default 1,
  edited_at timestamptz,
  deleted_at timestamptz,
  outside_desk boolean not null default false,
  -- The words, in both languages; and the three days in which the id was made, as a word that nobody can ask for (`@` begins no word).
  search tsvector generated always as
    (to_tsvector('vigie_fr'::regconfig, coalesce(subject, '') || ' ' || left(text, 100000))
     || to_tsvector('vigie_en'::regconfig, coalesce(subject, '') || ' ' || left(text, 100000))
     || array_to_tsvector(array['@' || left(id::text, 5)])) stored,
  unique (workspace_id, id),
  unique (account_id, external_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id)
);
create index messages_thread on messages (conversation_id, sent_at desc, id desc);
create index messages_search on messages using gin (search);
create index messages_outside on messages (account_id, received_at) where outside_desk;

-- Every version of the customer's words: the evidence of the first complaint is never overwritten (D1).
create table message_versions (
  workspace_id uuid not null,
  message_id uuid not null,
  version integer not null,
  text text not null,
  html text,
  seen_at timestamptz not null,
  primary key (message_id, version),
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);

-- Pictures and mail attachments, fetched through one guarded door and kept by hash.
create table files (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  created_at timestamptz not null,
  unique (workspace_id, id)
);

create index files_by_content on files (workspace_id, sha256);

-- What was told before the thing that it is about: an edit before its message, our own word in a thread that we do not have yet, a post
-- of our account while a reply of ours that may be it is on its way. Applied when that thing comes.
create table early_activities (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  about_kind text not null check (about_kind in ('message', 'conversation', 'delivery')),
  about text not null,
  activity jsonb not null,
  received_at timestamptz not null,
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id)
);
create index early_activities_by_subject on early_activities (account_id, about);
create index early_activities_by_age on early_activities (received_at);

-- ── Our work on it ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table notes (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  member_id uuid not null references members (id),
  text text not null,
  mentions uuid[] not null default '{}',
  created_at timestamptz not null,
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index notes_by_case on notes (case_id, created_at);

create table labels (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  name text not null,
  colour text not null default '#40514f',
  created_at timestamptz not null,
  unique (workspace_id, id)
);
create unique index labels_by_name on labels (workspace_id, lower(name));

create table case_labels (
  workspace_id uuid not null,
  case_id uuid not null,
  label_id uuid not null,
  -- The deadline of the case: what is owed with a label is read in the order of deadlines, however many have the label or are owed.
  due_at timestamptz,
  primary key (case_id, label_id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  foreign key (workspace_id, label_id) references labels (workspace_id, id)
);
create index case_labels_by_label on case_labels (label_id);
create index case_labels_owed on case_labels (workspace_id, label_id, due_at, case_id) where due_at is not null;

-- The case is locked: a deadline that moves at the same moment is either read here, or moves after this row is there.
create function date_new_label() returns trigger language plpgsql as $$
begin
  select c.due_at into new.due_at from cases c where c.id = new.case_id for share;
  return new;
end $$;
create trigger case_labels_dated before insert on case_labels for each row execute function date_new_label();

create function date_labels() returns trigger language plpgsql as $$
begin
  update case_labels set due_at = new.due_at where case_id = new.id;
  return null;
end $$;
create trigger cases_date_labels after update of due_at on cases
  for each row when (old.due_at is distinct from new.due_at) execute function date_labels();

-- The case file: what is known of the customer's affair and what proves it (G4, P3). Corrected by a newer fact, never edited.
create table facts (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('refund', 'delivery', 'replacement', 'owner', 'incident', 'resolution', 'order')),
  status text not null check (status in ('requested', 'done', 'cancelled')),
  detail text not null default '',
  proof text,
  proof_url text,
  member_id uuid references members (id),
  recorded_at timestamptz not null,
  check (status <> 'done' or kind in ('owner', 'order') or proof is not null),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index facts_by_case on facts (case_id, recorded_at);

create table saved_views (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  member_id uuid references members (id),
  name text not null,
  filter jsonb not null,
  position integer not null default 0,
  created_at timestamptz not null
);

create table sla_policies (
  workspace_id uuid not null references workspaces (id),
  connector text not null,
  first_reply_minutes integer not null check (first_reply_minutes between 1 and 43200),
  next_reply_minutes integer not null check (next_reply_minutes between 1 and 43200),
  calendar text not null check (calendar in ('always', 'business')),
  primary key (workspace_id, connector)
);

create table business_calendars (
  workspace_id uuid primary key references workspaces (id),
  calendar jsonb not null,
  updated_at timestamptz not null
);

-- Words not yet out. They live on the server: a closed laptop loses nothing.
create table drafts (
  id uuid primary key,
  workspace_id uuid not null,
  case_id uuid not null,
  member_id uuid not null references members (id),
  audience text not null check (audience in ('public', 'private', 'internal')),
  text text not null,
  in_reply_to uuid,
  version integer not null default 1,
  updated_at timestamptz not null,
  unique (case_id, member_id, audience),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);

-- Who has the conversation open, and who holds the pen. Lost in a crash, and rightly so.
create unlogged table presences (
  workspace_id uuid not null,
  case_id uuid not null,
  member_id uuid not null,
  doing text not null check (doing in ('reading', 'writing')),
  seen_at timestamptz not null,
  primary key (case_id, member_id)
);

-- ── What goes out ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table deliveries (
  id uuid primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  conversation_id uuid not null,
  case_id uuid not null,
  member_id uuid references members (id),
  audience text not null check (audience in ('public', 'private')),
  text text not null,
  content_hash bytea not null,
  in_reply_to text,
  target jsonb not null default '{}',
  attachments jsonb not null default '[]',
  urgent boolean not null default false,
  state text not null check (state in ('held', 'queued', 'sending', 'sent', 'refused', 'unknown', 'to-check', 'cancelled', 'stale')),
  guard jsonb not null,
  sequence bigint generated always as identity,
  queued_at timestamptz not null,
  ready_at timestamptz not null,
  next_at timestamptz,
  attempts integer not null default 0,
  ambiguous integer not null default 0,
  called_at timestamptz,
  key_used_at timestamptz,
  doubt_since timestamptz,
  looked_up_at timestamptz,
  absences integer not null default 0,
  unavailable integer not null default 0,
  lease_token bigint,
  lease_until timestamptz,
  last_token bigint not null default 0,
  seen_received integer not null default 0,
  resolve_after boolean not null default false,
  external_id text,
  permalink text,
  reason text,
  detail text,
  sent_at timestamptz,
  finished_at timestamptz,
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id),
  check (state <> 'sent' or external_id is not null)
);
-- In the order in which they are claimed: a claim stops at the first that nothing holds back, however many wait.
create index deliveries_to_do on deliveries (urgent desc, next_at, sequence) where next_at is not null;
create index deliveries_leased on deliveries (lease_until) where lease_until is not null;
create index deliveries_by_conversation on deliveries (conversation_id, sequence);
-- What is not over yet: every row of a queue asks for it, and nearly always there is none.
create index deliveries_open on deliveries (conversation_id, sequence) where finished_at is null;
-- What an account last said in public: the guard compares a draft with it.
create index deliveries_said on deliveries (account_id, sequence desc) where state = 'sent' and audience = 'public';
create index deliveries_unsettled on deliveries (workspace_id, queued_at) where state in ('refused', 'to-check', 'stale', 'unknown') and finished_at is null;

create table delivery_attempts (
  workspace_id uuid not null,
  delivery_id uuid not null references deliveries (id),
  attempt integer not null,
  kind text not null check (kind in ('send', 'look-up')),
  token bigint not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text,
  detail text,
  primary key (delivery_id, kind, attempt)
);

-- ── What happened ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Append-only. `tx` lets a reader follow the log without missing a late commit: read only below the oldest transaction still running.
create table events (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces (id),
  at timestamptz not null,
  name text not null,
  member_id uuid references members (id),
  account_id uuid,
  case_id uuid,
  conversation_id uuid,
  data jsonb not null default '{}',
  tx xid8 not null default pg_current_xact_id()
);
create index events_by_case on events (case_id, id) where case_id is not null;
-- In this order the log is followed: a transaction that ends late comes after those that were read before it.
create index events_to_follow on events (workspace_id, tx, id);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger events_append_only before update or delete on events for each row execute function refuse_rewriting();
create trigger events_no_truncate before truncate on events for each statement execute function refuse_rewriting();
create trigger versions_append_only before update or delete on message_versions for each row execute function refuse_rewriting();

create table notifications (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  member_id uuid not null references members (id),
  event_id bigint references events (id),
  kind text not null,
  case_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz
);
create index notifications_by_member on notifications (member_id, created_at desc);

-- ── One brand never sees another ──────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['channel_accounts', 'connector_memory', 'receipts', 'customers', 'authors', 'conversations', 'cases', 'case_numbers',
    'messages', 'message_versions', 'files', 'early_activities', 'notes', 'labels', 'case_labels', 'facts', 'saved_views', 'sla_policies', 'business_calendars',
    'drafts', 'presences', 'deliveries', 'delivery_attempts', 'events', 'notifications'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    -- The owner of the tables sees nothing either, unless it says that it exports, imports or migrates.
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
  -- The worker finds waiting work across brands, then enters one brand to do it.
  foreach t in array array['channel_accounts', 'receipts', 'deliveries', 'cases', 'early_activities'] loop
    execute format('create policy find_work on %I for select to vigie_worker using (true)', t);
    execute format('create policy claim_work on %I for update to vigie_worker using (true) with check (true)', t);
  end loop;
end $$;

-- Full text cannot use its index under row-level security (the match operator is not leak-proof), so the search runs as the owner of
-- `messages`, asks for the brand itself, and gives out ids only. The words are written into the text: a parameter would be planned blind.
-- The index of words knows no order: asked for the newest of a common word it brings all there are, each from a page of its own; and going
-- down the messages one by one for a rare word reads them all. So common words are gone down for, and how many were found on the way tells
-- how far back the rest lies; the index is asked for those days only, then for as many more as that showed to be needed.
alter table messages no force row level security;
create function search_messages(query text, before uuid, most integer)
  returns table (message_id uuid, conversation_id uuid) language plpgsql stable security definer
  set search_path = pg_catalog, public as $$
declare
  brand constant uuid := current_workspace();
  french constant tsquery := websearch_to_tsquery('vigie_fr', query);
  english constant tsquery := websearch_to_tsquery('vigie_en', query);
  words constant tsquery := case when french = english then french else french || english end;
  -- Gone down at first; then not for more than so many, unless one in fifty has the words; and so many threes of days asked for at most.
  few constant integer := 300;
  many constant integer := 5000;
  days_most constant integer := 32;
  edge uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  newest uuid;
  oldest uuid;
  gone real := 0;
  found integer := 0;
  got integer;
  wide integer := few;
  pace real;
  day integer;
  days integer;
  asked text;
begin
  loop
    return query
      select n.id, n.conversation_id from (
        select m.id, m.conversation_id, m.search from messages m where m.workspace_id = brand and m.id < edge order by m.id desc limit wide) n
      where n.search @@ words order by n.id desc limit most - found;
    get diagnostics got = row_count;
    found := found + got;
    if found >= most then return; end if;
    select m.id into oldest from messages m where m.workspace_id = brand and m.id < edge order by m.id desc offset wide - 1 limit 1;
    if oldest is null then return; end if;
    if newest is null then
      select m.id into newest from messages m where m.workspace_id = brand and m.id < edge order by m.id desc limit 1;
    end if;
    gone := gone + wide;
    edge := oldest;
    -- As many as hold the number that is missing, and half as many again to be on the safe side.
    wide := least(1.5 * (most - found) * gone / greatest(found, 0.5), 100000000);
    exit when wide > many and found < gone / 50;
  end loop;
  asked := format('select m.id, m.conversation_id from messages m where m.workspace_id = %L and m.search @@ %L', brand, words);
  -- How many threes of days went by for each message: an id begins with its moment, in milliseconds.
  pace := greatest((('x' || left(replace(newest::text, '-', ''), 12))::bit(48)::bigint
    - ('x' || left(replace(edge::text, '-', ''), 12))::bit(48)::bigint) / 268435456.0 / gone, 0.000001);
  day := ('x' || left(edge::text, 5))::bit(20)::integer;
  days := least(1 + ceil(wide * pace), days_most + 1);
  while days <= least(days_most, day) loop
    return query execute format('with found as materialized (%s and m.id < %L and m.search @@ %L) select * from found order by id desc limit %s',
      asked, edge,
      (select string_agg(quote_literal('@' || lpad(to_hex(n), 5, '0')), '|') from generate_series(day - days + 1, day) n), most - found);
    get diagnostics got = row_count;
    found := found + got;
    if found >= most then return; end if;
    gone := gone + days / pace;
    day := day - days;
    edge := rpad(lpad(to_hex(day + 1), 5, '0'), 32, '0')::uuid;
    days := case when got = 0 then days_most + 1 else least(1 + ceil(1.5 * (most - found) * gone / found * pace), days_most + 1) end;
  end loop;
  return query execute format('with found as materialized (%s and m.id < %L) select * from found order by id desc limit %s',
    asked, edge, most - found);
end $$;
-- The messages that are found lie apart: asked for ahead, they come together. Not every system can.
do $$ begin alter function search_messages(text, uuid, integer) set effective_io_concurrency = 32; exception when others then
  raise notice 'the search reads one page at a time: %', sqlerrm; end $$;
revoke all on function search_messages(text, uuid, integer) from public;
grant execute on function search_messages(text, uuid, integer) to vigie_app;

grant select, insert, update on workspaces, members, links, installation to vigie_app, vigie_worker;
grant select, insert, update, delete on memberships, sessions to vigie_app, vigie_worker;
revoke update, delete on events, message_versions from vigie_app, vigie_worker;
grant usage on all sequences in schema public to vigie_app, vigie_worker;
