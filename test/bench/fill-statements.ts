import type { Filled } from './fill.ts'

interface Statement {
  sql: string
  values: unknown[]
}

/** Ids sorted by time, as the desk makes them, and a moment for each conversation: the last one has just begun. */
export const clock = (now: number): string => `
  create function pg_temp.desk_now() returns timestamptz language sql immutable as $$ select to_timestamp(${now / 1000}) $$;
  create function pg_temp.id_at(at timestamptz, number bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(number::text), 1, 3)
      || '8' || substr(md5(number::text), 4, 15))::uuid $$;
  create function pg_temp.id_of(name text) returns uuid language sql immutable as $$
    select overlay(overlay(md5(name) placing '7' from 13) placing '8' from 17)::uuid $$;
  create function pg_temp.luck(number bigint, kind integer) returns integer language sql immutable as $$
    select abs(hashint8(number * 31 + kind) % 1000) $$`

/**
 * A word is three syllables out of thirty and an end, so that no stemmer takes two for one; a low number is a common word. Messages are made
 * of phrases of five words, drawn once.
 */
export const texts = `
  create function pg_temp.word(number integer) returns text language sql immutable as $$
    select substr('bacodifugelamonipurasetivozubekohidatupiromesulakefonajiwobuxe', 1 + 2 * (number % 30), 2)
      || substr('bacodifugelamonipurasetivozubekohidatupiromesulakefonajiwobuxe', 1 + 2 * (number / 30 % 30), 2)
      || substr('bacodifugelamonipurasetivozubekohidatupiromesulakefonajiwobuxe', 1 + 2 * (number / 900), 2) || 'k' $$;
  create temp table phrases as
    select number % 20000 as number, string_agg(pg_temp.word(greatest(0, power(20000, random())::integer - 1)), ' ') as words
    from generate_series(0, 99999) number group by 1;
  analyze phrases`

const names = `(array['Camille Roux', 'Noé Faure', 'Lucas Petit', 'Inès Bouvier', 'Louise Garnier', 'Hugo Lambert', 'Jeanne Colin'])`

/** Brands, accounts, people, and a plan of all conversations that the tables are then written from. */
export const conversations = ({ workspaceId, accountIds, memberIds }: Filled, count: number): Statement[] => [
  {
    sql: `insert into workspaces (id, name, slug, created_at)
      select id, name, 'bench-' || id, pg_temp.desk_now() from (values (pg_temp.id_of('brand two'), 'Voiles de Nantes'),
        (pg_temp.id_of('brand three'), 'Boulangerie du Quai')) as other (id, name)`,
    values: [],
  },
  {
    sql: `insert into channel_accounts (id, workspace_id, connector, external_id, handle, display_name, connected_at)
      select pg_temp.id_of('account of ' || id), id, 'webhook', id::text, 'voiles', 'Voiles', pg_temp.desk_now()
      from workspaces where slug like 'bench-%'`,
    values: [],
  },
  {
    sql: `insert into labels (id, workspace_id, name, created_at)
      select pg_temp.id_of('label ' || n), $1::uuid, 'étiquette ' || n, pg_temp.desk_now() from generate_series(1, 8) n`,
    values: [workspaceId],
  },
  {
    sql: `create temp table plan as
      select n, pg_temp.id_at(began, n) as id, began, brand, length,
        case brand when 0 then ($2::uuid[])[1 + (array[0, 0, 0, 0, 1, 1, 1, 2, 2, 3])[1 + pg_temp.luck(n, 1) % 10] % cardinality($2::uuid[])]
          when 1 then pg_temp.id_of('account of ' || pg_temp.id_of('brand two')) else pg_temp.id_of('account of ' || pg_temp.id_of('brand three')) end as account_id,
        case brand when 0 then $1::uuid when 1 then pg_temp.id_of('brand two') else pg_temp.id_of('brand three') end as workspace_id,
        pg_temp.id_of('author ' || brand || ' ' || n % greatest(1, $4 / 2)) as author_id,
        case when pg_temp.luck(n, 4) % 12 = 0 then 'private' else 'public' end as audience,
        ($3::uuid[])[1 + pg_temp.luck(n, 2) % (cardinality($3::uuid[]) + 1)] as owner_id,
        -- What is owed is mostly recent; now and then something old still waits.
        brand = 0 and n = $4 - 7 or (n > $4 * 0.94 and pg_temp.luck(n, 3) < 800) or pg_temp.luck(n, 3) < 3 as owed,
        pg_temp.luck(n, 5) < 60 as waits
      from (select n, case when n = $4 - 7 then 0 else (array[0, 0, 0, 0, 0, 0, 0, 0, 1, 2])[1 + n % 10] end as brand,
          -- One conversation never ends.
          pg_temp.desk_now() - case when n = $4 - 7 then interval '300 days' else interval '365 days' * (1 - n::float / $4) + interval '8 hours' end as began,
          case when n = $4 - 7 then 5000 else 1 + n % 7 end as length
        from generate_series(1, $4::integer) n) as drawn`,
    values: [workspaceId, accountIds, memberIds, count],
  },
  { sql: 'analyze plan', values: [] },
  {
    sql: `insert into authors (id, workspace_id, connector, external_id, handle, display_name, first_seen_at, updated_at)
      select author_id, workspace_id, 'webhook', author_id::text, 'person' || min(n), ${names}[1 + min(n) % 7] || ' ' || min(n), min(began), max(began)
      from plan group by author_id, workspace_id`,
    values: [],
  },
  {
    sql: `create temp table said as
      select p.n, p.workspace_id, p.account_id, p.id as conversation_id, p.author_id, p.audience, j, j % 3 = 2 as ours,
        at, pg_temp.id_at(at, p.n * 7919 + j) as id
      from plan p, generate_series(1, p.length) j,
        lateral (select p.began + case when p.length = 5000 then interval '300 days' else interval '8 hours' end * (j::float / (p.length + 1)) as at) as moment
      order by at`,
    values: [],
  },
  {
    sql: `insert into conversations (id, workspace_id, account_id, external_id, author_id, audience, first_in_at, last_message_at, message_count, created_at)
      select id, workspace_id, account_id, 'thread-' || n || '-of-a-year', author_id, audience, began, began + interval '7 hours', length, began
      from plan order by n`,
    values: [],
  },
  {
    sql: `insert into case_numbers (workspace_id, last) select workspace_id, max(n) from plan group by 1
      on conflict (workspace_id) do update set last = excluded.last`,
    values: [],
  },
]

export const messages = `
  insert into messages (id, workspace_id, conversation_id, account_id, external_id, direction, kind, audience, author_id, text, sent_at, received_at)
  select id, workspace_id, conversation_id, account_id, 'said-' || n || '-' || j, case when ours then 'out' else 'in' end,
    case when ours then 'reply' else 'mention' end, audience, case when ours then null else author_id end,
    concat_ws(' ', a.words, b.words, c.words, d.words, n), at, at
  from said
    left join phrases a on a.number = abs(hashint8(n * 31 + j) % 20000)
    left join phrases b on b.number = abs(hashint8(n * 37 + j) % 20000)
    left join phrases c on c.number = abs(hashint8(n * 41 + j) % 20000) and (n + j) % 3 > 0
    left join phrases d on d.number = abs(hashint8(n * 43 + j) % 20000) and (n + j) % 3 > 1
  order by at`

const ms = (at: string) => `(extract(epoch from ${at}) * 1000)::bigint`

/** Our work on each, as the core folds it: owed, waiting for the customer, or settled. */
export const closeCases = [
  `create temp table work as
    select p.*, first_id, excerpt, last_in_at, last_out_at, first_out_at, heard,
      case when owed then pg_temp.desk_now() + interval '1 minute' * (case when pg_temp.luck(n, 6) < 150 then -pg_temp.luck(n, 7) / 8 else pg_temp.luck(n, 7) * 2 end) end as due_at,
      case when owed and pg_temp.luck(n, 8) < 30 then pg_temp.desk_now() + interval '1 hour' * (1 + pg_temp.luck(n, 8)) end as snoozed_until
    from plan p join (
      select conversation_id, (array_agg(id order by j desc) filter (where not ours))[1] as first_id,
        max(at) filter (where not ours) as last_in_at, max(at) filter (where ours) as last_out_at, min(at) filter (where ours) as first_out_at,
        count(*) filter (where not ours) as heard
      from said group by 1) s on s.conversation_id = p.id
    join lateral (select left(m.text, 200) as excerpt from messages m where m.id = s.first_id) e on true`,
  `insert into cases (id, workspace_id, conversation_id, account_id, author_id, number, state, audience, owner_id, due_at, promised_ms,
      unanswered_since, breached_at, snoozed_until, opened_at, answered_at, resolved_at, resolution, excerpt, last_in_at, last_out_at, fold)
    select pg_temp.id_of('case ' || n), workspace_id, id, account_id, author_id, n,
      case when owed then 'open' when waits then 'waiting' else 'resolved' end, audience, owner_id, due_at,
      case when owed then 7200000 end, case when owed then last_in_at end, case when due_at < pg_temp.desk_now() then due_at end, snoozed_until,
      began, first_out_at, case when not owed and not waits then began + interval '8 hours' end,
      case when not owed and not waits then case when last_out_at is null then 'no-answer-needed' else 'answered' end end,
      excerpt, last_in_at, last_out_at,
      jsonb_build_object('state', case when owed then 'open' when waits then 'waiting' else 'resolved' end, 'ownerId', owner_id,
        'dueAt', ${ms('due_at')}, 'unansweredSince', case when owed then ${ms('last_in_at')} end,
        'unanswered', case when owed then jsonb_build_array(jsonb_build_object('messageId', first_id, 'rank', heard, 'at', ${ms('last_in_at')}, 'dueAt', ${ms('due_at')}))
          else '[]' end,
        'received', heard, 'snoozedUntil', ${ms('snoozed_until')}, 'firstInAt', ${ms('began')}, 'lastInAt', ${ms('last_in_at')},
        'firstOutAt', ${ms('first_out_at')}, 'lastOutAt', ${ms('last_out_at')}, 'lastOutsideAt', null, 'lastSettled', null,
        'breachedAt', case when due_at < pg_temp.desk_now() then ${ms('due_at')} end,
        'closing', case when not owed and not waits then jsonb_build_object('reason', case when last_out_at is null then 'no-answer-needed' else 'answered' end,
          'note', null, 'by', owner_id, 'at', ${ms("began + interval '8 hours'")}, 'setAside', '[]'::jsonb) end)
    from work order by n`,
]

export const rest = [
  `insert into case_labels (workspace_id, case_id, label_id)
    select workspace_id, pg_temp.id_of('case ' || n), pg_temp.id_of('label ' || 1 + pg_temp.luck(n, 9) % 8) from work where brand = 0 and pg_temp.luck(n, 9) < 300`,
  `insert into deliveries (id, workspace_id, account_id, conversation_id, case_id, member_id, audience, text, content_hash, state, guard,
      queued_at, ready_at, external_id, sent_at, finished_at)
    select pg_temp.id_of('delivery ' || n), workspace_id, account_id, id, pg_temp.id_of('case ' || n), owner_id, audience, 'Bonjour, ' || excerpt,
      '\\x00', case when pg_temp.luck(n, 10) = 0 then 'refused' else 'sent' end, '{}', last_out_at, last_out_at,
      case when pg_temp.luck(n, 10) > 0 then 'sent-' || n end, last_out_at, last_out_at
    from work where last_out_at is not null order by n`,
  `insert into events (workspace_id, at, name, account_id, case_id, conversation_id)
    select workspace_id, began, 'case.opened', account_id, pg_temp.id_of('case ' || n), id from work order by n`,
  `insert into events (workspace_id, at, name, member_id, account_id, case_id, conversation_id)
    select workspace_id, began + interval '8 hours', 'case.resolved', owner_id, account_id, pg_temp.id_of('case ' || n), id from work
    where not owed and not waits order by n`,
  'drop table plan, said, work, phrases',
]
