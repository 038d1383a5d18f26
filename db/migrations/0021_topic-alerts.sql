-- What is spoken of may surge while the brand as a whole does not: such an alert is of one topic, and of no account (L2, L3).
alter table alerts add column topic text;
alter table alerts add check (topic is null or account_id is null);
drop index alerts_open;
create unique index alerts_open on alerts (workspace_id, account_id, topic) nulls not distinct where over_at is null;

create or replace function keep_alert() returns trigger language plpgsql as $$
begin
  if old.over_at is not null
    or (old.taken_by is not null and (new.taken_by, new.taken_at) is distinct from (old.taken_by, old.taken_at))
    or (new.workspace_id, new.account_id, new.topic, new.raised_at)
      is distinct from (old.workspace_id, old.account_id, old.topic, old.raised_at) then
    raise exception 'an alert that was raised, taken or over is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
