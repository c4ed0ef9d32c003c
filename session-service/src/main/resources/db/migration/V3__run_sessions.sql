-- How a session is planned and where it is in its life. All null for a session of a log.
alter table session
  add column join_code text,
  add column facilitator_code text,
  add column planned_at timestamptz,
  add column time_zone text,
  add column expected_size integer,
  add column quiet_minutes integer,
  add column break_after_minutes integer,
  add column votes_per_person integer,
  add column anonymous boolean,
  add column votes_on_own_ideas boolean,
  add column group_min integer,
  add column group_max integer,
  add column cards text[] not null default '{}',
  add column checklist text[] not null default '{}',
  add column phase_since timestamptz,
  add column quiet_ends_at timestamptz,
  -- since when the group has worked without a break
  add column working_since timestamptz,
  add column break_id uuid;

create table criterion (
  session_id uuid not null references session,
  position integer not null,
  id uuid not null,
  text text not null,
  primary key (session_id, position)
);

alter table participant
  add column role text not null default 'participant'
    check (role in ('facilitator', 'participant', 'observer')),
  add column ready boolean not null default false,
  add column joined_at timestamptz,
  add column left_at timestamptz,
  add column removed boolean not null default false,
  -- false: they left before the start
  add column took_part boolean not null default true,
  add column room integer;

-- How many prompt cards somebody has drawn from a deck: the next one follows from it.
create table card_draw (
  participant_id uuid not null references participant,
  deck text not null,
  drawn integer not null,
  primary key (participant_id, deck)
);

-- What really happened, phase by phase.
create table phase_record (
  id uuid primary key,
  session_id uuid not null references session,
  phase text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  paused_millis bigint not null default 0,
  ended_early boolean not null default false,
  unique (session_id, phase)
);

create table session_break (
  id uuid primary key,
  session_id uuid not null references session,
  minutes integer not null,
  -- null: it was not scheduled
  starts_at timestamptz,
  started_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz
);

create index session_break_by_session on session_break (session_id);

-- Held by the database, so that they outlive a replica. ref: the session, or the break it is about.
create table session_timer (
  kind text not null,
  ref uuid not null,
  session_id uuid not null references session,
  due_at timestamptz not null,
  -- a break stops some timers: then they are due later by as long as it lasted
  paused_at timestamptz,
  primary key (kind, ref)
);

create index session_timer_due on session_timer (due_at) where paused_at is null;
create index session_timer_by_session on session_timer (session_id);
