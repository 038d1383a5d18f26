-- What triage read of each message of the public before anybody opened it, and what a member read instead (A2, A5, L2, L3).

-- One row a message. What a member corrected stays theirs, and teaches triage: with the words of its message it leaves by the export.
create table message_readings (
  message_id uuid primary key,
  workspace_id uuid not null,
  language text not null check (language in ('fr', 'en', 'other')),
  intent text not null check (intent in ('complaint', 'question', 'praise', 'thanks', 'suggestion', 'spam', 'other')),
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
  topic text not null,
  urgent boolean not null,
  reasons jsonb not null default '[]',
  needs_answer boolean not null,
  personal_dispute boolean not null,
  flags jsonb not null default '[]',
  -- The words that say so, by what they say.
  because jsonb not null default '{}',
  -- Null: the desk itself.
  read_by uuid references members (id),
  read_at timestamptz not null,
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);

alter table message_readings enable row level security;
alter table message_readings force row level security;
create policy own_workspace on message_readings to vigie_app, vigie_worker
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
do $$
begin
  execute format('create policy maintenance on message_readings to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', current_user);
end $$;
grant select, insert, update on message_readings to vigie_app, vigie_worker;
