-- The log of events as a chain: each seal is the hash of the one before and of its event, so that no line can be changed, removed or
-- slipped in without breaking what follows. Seals are written by one follower a moment after the commit: nobody waits for them.

create table event_seals (
  workspace_id uuid not null references workspaces (id),
  position bigint not null check (position > 0),
  event_id bigint not null unique references events (id),
  hash bytea not null check (length(hash) = 32),
  primary key (workspace_id, position)
);

-- Where the follower stands, and the head that the next seal continues. Rows that were restored have no transaction of this cluster.
create table event_chains (
  workspace_id uuid primary key references workspaces (id),
  position bigint not null default 0,
  head bytea not null,
  tx xid8,
  event_id bigint not null default 0,
  sealed_at timestamptz not null
);

-- The heads that were carried outside, so that a chain that was made anew from end to end is known as well.
create table event_anchors (
  workspace_id uuid not null references workspaces (id),
  day date not null,
  position bigint not null,
  hash bytea not null,
  anchored_at timestamptz not null,
  primary key (workspace_id, day)
);

create trigger event_seals_append_only before update or delete on event_seals for each row execute function refuse_rewriting();
create trigger event_seals_no_truncate before truncate on event_seals for each statement execute function refuse_rewriting();
create trigger event_anchors_append_only before update or delete on event_anchors for each row execute function refuse_rewriting();

-- Days are asked of the journal; a page of the log says in next to no room which days it holds.
create index events_by_day on events using brin (at);

do $$
declare t text;
begin
  foreach t in array array['event_seals', 'event_chains', 'event_anchors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
-- The web reads the chain; the worker alone lengthens it.
grant insert on event_seals, event_anchors to vigie_worker;
grant insert, update on event_chains to vigie_worker;
