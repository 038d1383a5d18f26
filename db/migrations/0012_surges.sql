-- Surges: what is usual on each account and for the brand whole, and the alerts that were raised and taken (L3, L4).

-- One line for each account, and one for the whole brand (account_id null). `series` is the plain data of src/core/surge.
create table surge_series (
  workspace_id uuid not null references workspaces (id),
  account_id uuid,
  series jsonb not null,
  -- When the bucket began that is still counted; what came before it is learned.
  bucket_at timestamptz not null,
  -- `silent`: nobody is heard where somebody should be; `unheard`: the account is known to be down. Neither is calm.
  feed text not null check (feed in ('heard', 'silent', 'unheard')),
  feed_since timestamptz not null,
  unique nulls not distinct (workspace_id, account_id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id)
);

create table alerts (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  -- Null is the whole brand.
  account_id uuid,
  raised_at timestamptz not null,
  -- The figures of the bucket that was highest when somebody was last told of it.
  bucket_at timestamptz not null,
  score double precision not null check (score between 0 and 1),
  height double precision not null,
  why jsonb not null,
  -- How many times people were told, and when they are told again; null once nobody needs to be.
  tellings integer not null default 0 check (tellings >= 0),
  tell_at timestamptz,
  taken_by uuid references members (id),
  taken_at timestamptz,
  calm_since timestamptz,
  over_at timestamptz,
  -- The brand's own alert took its place.
  covered_by uuid,
  unique (workspace_id, id),
  foreign key (workspace_id, account_id) references channel_accounts (workspace_id, id),
  foreign key (workspace_id, covered_by) references alerts (workspace_id, id),
  check ((taken_by is null) = (taken_at is null)),
  check (covered_by is null or over_at is not null),
  check (tell_at is null or (taken_at is null and over_at is null))
);
-- One alert at a time for one series: two desks on one database cannot raise it twice.
create unique index alerts_open on alerts (workspace_id, account_id) nulls not distinct where over_at is null;

create function keep_alert() returns trigger language plpgsql as $$
begin
  if old.over_at is not null
    or (old.taken_by is not null and (new.taken_by, new.taken_at) is distinct from (old.taken_by, old.taken_at))
    or (new.workspace_id, new.account_id, new.raised_at) is distinct from (old.workspace_id, old.account_id, old.raised_at) then
    raise exception 'an alert that was raised, taken or over is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger alerts_kept before update on alerts for each row execute function keep_alert();

do $$
declare t text;
begin
  foreach t in array array['surge_series', 'alerts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
