-- Webhooks of teams. No event of another service creates, changes or deletes these rows alone: the read model can be built again without
-- sending anything twice.

create table webhook (
  id uuid primary key,
  team_id uuid not null,
  name text not null,
  url text not null,
  active boolean not null,
  -- why this service deactivated it; null if it did not
  stopped text check (stopped in ('gone', 'failing')),
  -- as they are, because signing needs them
  secret text not null,
  earlier_secret text,
  earlier_secret_until timestamptz,
  created_at timestamptz not null,
  -- when the first delivery failed after the last success
  failing_since timestamptz,
  -- an event that is not newer was delivered, or its delivery was removed
  forgotten_until timestamptz not null default '-infinity'
);

create index webhook_by_team on webhook (team_id, id);

-- The types of events that a webhook gets, each from the time on at which it asked for it.
create table webhook_subscription (
  webhook_id uuid not null references webhook (id) on delete cascade,
  type text not null,
  since timestamptz not null,
  primary key (webhook_id, type)
);

create index webhook_subscription_by_type on webhook_subscription (type);

-- What happened, until there is a delivery for each webhook that asked for it.
create table webhook_occurrence (
  -- made of what happened, so that a repeated event has the same id
  event_id uuid primary key,
  type text not null,
  team_id uuid,
  session_id uuid,
  action_id uuid,
  occurred_at timestamptz not null,
  detail jsonb,
  noted_at timestamptz not null,
  check_at timestamptz not null
);

create index webhook_occurrence_due on webhook_occurrence (check_at);
create index webhook_occurrence_by_session on webhook_occurrence (session_id);
create index webhook_occurrence_by_action on webhook_occurrence (action_id);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id) on delete cascade,
  team_id uuid not null,
  event_id uuid not null,
  type text not null,
  session_id uuid,
  action_id uuid,
  occurred_at timestamptz not null,
  data jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  created_at timestamptz not null,
  -- attempts in all, and since the last replay
  attempts integer not null default 0,
  attempts_of_round integer not null default 0,
  -- when the next attempt is due; while one runs, when it counts as lost
  due_at timestamptz,
  -- the attempt that runs; null if none does
  lease uuid,
  ended_at timestamptz,
  unique (webhook_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (due_at) where state = 'waiting';
create index webhook_delivery_due_by_webhook on webhook_delivery (webhook_id, due_at) where state = 'waiting';
create index webhook_delivery_running on webhook_delivery (team_id, due_at) where lease is not null;
create index webhook_delivery_by_team on webhook_delivery (team_id);
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_by_session on webhook_delivery (session_id);
create index webhook_delivery_by_action on webhook_delivery (action_id);
create index webhook_delivery_by_age on webhook_delivery (created_at);

create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery (id) on delete cascade,
  number integer not null,
  started_at timestamptz not null,
  milliseconds integer not null,
  -- the status of the response, or the kind of failure
  status integer,
  failure text,
  primary key (delivery_id, number)
);
