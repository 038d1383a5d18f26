-- The team, continued: a gesture taken back (G8).

-- A gesture that was noted by mistake stays in the ledger; what takes it back stands beside it, and is never rewritten either.
alter table gestures add unique (workspace_id, id);
create table gesture_reversals (
  id uuid primary key,
  workspace_id uuid not null,
  gesture_id uuid not null unique,
  reason text not null check (btrim(reason) <> ''),
  member_id uuid not null references members (id),
  reversed_at timestamptz not null,
  foreign key (workspace_id, gesture_id) references gestures (workspace_id, id)
);
create trigger gesture_reversals_append_only before update or delete on gesture_reversals for each row execute function refuse_rewriting();

do $$
declare t text;
begin
  foreach t in array array['gesture_reversals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('create policy maintenance on %I to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
    execute format('grant select, insert, update, delete on %I to vigie_app, vigie_worker', t);
  end loop;
end $$;
revoke update, delete on gesture_reversals from vigie_app, vigie_worker;
