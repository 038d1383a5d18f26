-- Unfinished words to everybody, kept at each pause in typing and shown to their writer alone (W1). Not a deed: they leave no event.

create table statement_drafts (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  member_id uuid not null references members (id),
  -- The statement that the words are for; one that does not exist yet, unless they follow it.
  statement_id uuid not null,
  -- Whether they go on with something that was said or planned already.
  follows boolean not null,
  -- Null: about no incident.
  incident_id uuid,
  -- Plain data of src/core/statement: one text for all, those of single accounts, the accounts that were chosen, and the hours.
  words jsonb not null,
  updated_at timestamptz not null,
  unique (workspace_id, id),
  unique (workspace_id, member_id, statement_id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id)
);
-- Of what begins anew there is one blank page for each incident, and one about none.
create unique index statement_drafts_begun on statement_drafts (workspace_id, member_id, incident_id) nulls not distinct where not follows;

do $$
begin
  alter table statement_drafts enable row level security;
  alter table statement_drafts force row level security;
  create policy own_workspace on statement_drafts to vigie_app, vigie_worker using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
  execute format('create policy maintenance on statement_drafts to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', current_user);
  grant select, insert, update, delete on statement_drafts to vigie_app, vigie_worker;
end $$;
