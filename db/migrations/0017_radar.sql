-- Praise and thanks in a queue of their own, with a softer promise (A5).

alter table sla_policies add column thanks_reply_minutes integer not null default 1440 check (thanks_reply_minutes between 1 and 43200);

-- Everything that waits in the case is praise or thanks; the fold says so, and the queues need it.
alter table cases add column thanks boolean not null default false;
drop index cases_owed;
create index cases_owed on cases (workspace_id, due_at, id) include (owner_id, snoozed_until) where due_at is not null and not thanks;
create index cases_thanks on cases (workspace_id, due_at, id) include (owner_id, snoozed_until) where due_at is not null and thanks;

-- ── Radar: what rises against its own habit (L2, L3) ───────────────────────────────────────────────────────────────────────────

-- What the radar remembers of a brand (src/core/radar): plain data of bounded size, one row; and the last message that it heard.
create table radar_memory (
  workspace_id uuid primary key references workspaces (id),
  heard_until uuid not null,
  memory jsonb not null,
  heard_at timestamptz not null
);

-- One line an event, as it was told last; its id is that of the first message that spoke of it.
create table radar_stories (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  label jsonb not null,
  rising boolean not null,
  place integer not null,
  began_at timestamptz not null,
  last_at timestamptz not null,
  count integer not null check (count > 0),
  authors integer not null,
  reach bigint not null,
  negative integer not null check (negative between 0 and count),
  networks jsonb not null,
  topic text,
  heard double precision not null,
  usual double precision not null,
  share double precision not null check (share between 0 and 1),
  samples jsonb not null,
  told_at timestamptz not null,
  unique (workspace_id, id)
);
create index radar_stories_rising on radar_stories (workspace_id, place) where rising;
create index radar_stories_old on radar_stories (workspace_id, last_at);

-- « Not us »: a subject that only shares a word with the brand, who said so and why. Never rewritten, only ended.
create table radar_mutes (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  words jsonb not null,
  because text not null default '',
  muted_by uuid not null references members (id),
  muted_at timestamptz not null,
  ended_by uuid references members (id),
  ended_at timestamptz,
  -- How many messages it kept out of the radar.
  kept_out integer not null default 0,
  check ((ended_by is null) = (ended_at is null))
);
create index radar_mutes_by_brand on radar_mutes (workspace_id, muted_at desc);

-- The habit of each topic and of each network (src/core/surge), beside those of accounts and of the whole brand.
create table radar_series (
  workspace_id uuid not null references workspaces (id),
  kind text not null check (kind in ('topic', 'network')),
  key text not null,
  series jsonb not null,
  bucket_at timestamptz not null,
  height double precision not null,
  why jsonb not null,
  state text not null check (state in ('learning', 'known')),
  primary key (workspace_id, kind, key)
);

-- ── The weekly digest: what customers want and ask, for the department that can answer (L2, T5) ────────────────────────────────

-- Which department hears of a topic; one that nobody hears of is shown so.
create table department_topics (
  workspace_id uuid not null,
  topic text not null,
  department_id uuid not null,
  primary key (workspace_id, topic),
  foreign key (workspace_id, department_id) references departments (workspace_id, id)
);

-- One week of a brand, by its own calendar; made once.
create table digests (
  workspace_id uuid not null references workspaces (id),
  -- The Monday.
  week date not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  made_at timestamptz not null,
  -- Messages of the public that were read in it.
  messages integer not null,
  primary key (workspace_id, week)
);

-- One thing that customers want, ask or complain of, with their words; the department owns it and its answer comes back.
create table digest_lines (
  id uuid primary key,
  workspace_id uuid not null,
  week date not null,
  department_id uuid,
  -- Its name then; null where nobody hears of the topic.
  department text,
  topic text not null,
  intent text not null check (intent in ('suggestion', 'question', 'complaint')),
  label jsonb not null,
  count integer not null check (count > 0),
  authors integer not null,
  -- What the topic brought with this intent in the week, and in the week before.
  of_count integer not null,
  before_count integer not null,
  samples jsonb not null,
  owner_id uuid references members (id),
  due_at timestamptz not null,
  near_told_at timestamptz,
  passed_told_at timestamptz,
  answer text,
  answered_by uuid references members (id),
  answered_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, week) references digests (workspace_id, week),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index digest_lines_by_week on digest_lines (workspace_id, week, department_id);
create index digest_lines_due on digest_lines (due_at) where answered_at is null and passed_told_at is null;

do $$
declare t text;
begin
  foreach t in array array['radar_memory', 'radar_stories', 'radar_mutes', 'radar_series', 'department_topics', 'digests', 'digest_lines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
grant delete on radar_stories, department_topics to vigie_app, vigie_worker;
