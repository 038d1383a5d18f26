-- Words leave only under the right hand: a second factor for whoever speaks for a brand, one press that stops every outgoing word, and
-- the account that a draft was begun under (G5).

-- ── Who it is, beyond a password ──────────────────────────────────────────────────────────────────────────────────────────────

-- `when-real`: from the moment an account is connected whose words leave this desk. `off` is for tests; no screen sets it.
alter table workspaces add column second_factor text not null default 'when-real'
  check (second_factor in ('when-real', 'always', 'off'));

-- One secret a member, sealed. It counts once its first code was shown; a code is accepted once, whatever the window.
create table code_makers (
  member_id uuid primary key references members (id),
  secret bytea not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table passkeys (
  id text primary key,
  member_id uuid not null references members (id),
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_member on passkeys (member_id);

create table recovery_codes (
  member_id uuid not null references members (id),
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (member_id, code_hash)
);

-- What a browser was asked to sign, answered once and within minutes.
create table passkey_challenges (
  challenge text primary key,
  purpose text not null check (purpose in ('sign-in', 'enrol')),
  member_id uuid references members (id),
  expires_at timestamptz not null
);

grant select, insert, update, delete on code_makers, passkeys, recovery_codes, passkey_challenges to vigie_app;

-- ── One press that stops every outgoing word ──────────────────────────────────────────────────────────────────────────────────

create table speech_halts (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  stopped_by uuid not null references members (id),
  stopped_at timestamptz not null,
  -- The replies whose call may have begun at that moment: they may be out.
  leaving uuid[] not null default '{}',
  released_by uuid references members (id),
  released_at timestamptz,
  unique (workspace_id, id),
  check ((released_by is null) = (released_at is null))
);
create unique index speech_halts_in_force on speech_halts (workspace_id) where released_at is null;

alter table speech_halts enable row level security;
alter table speech_halts force row level security;
create policy own_workspace on speech_halts to vigie_app, vigie_worker
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
do $$ begin
  execute format('create policy maintenance on speech_halts to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', current_user);
end $$;
-- A worker that looks for work of all brands must see which of them are silent.
create policy find_work on speech_halts for select to vigie_worker using (true);
grant select, insert, update on speech_halts to vigie_app, vigie_worker;

-- ── The account that was shown when the words were begun ──────────────────────────────────────────────────────────────────────

alter table drafts add column begun_as uuid;
