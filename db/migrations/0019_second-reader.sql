-- A language model of the brand's choice reads each message a second time, if one is configured; none is by default (L2).

alter table message_readings
  -- The model whose reading stands; null: triage itself, or a member.
  add column model text,
  -- When it is to be asked next; null: not at all, or not any more.
  add column ask_at timestamptz,
  add column asked smallint not null default 0;
create index message_readings_to_ask on message_readings (workspace_id, read_at desc) where ask_at is not null;
