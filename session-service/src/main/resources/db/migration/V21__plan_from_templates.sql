-- The templates of teams. Only whole templates are read and written, so the content is JSON.
create table template (
  id uuid primary key,
  team_id uuid not null references team,
  name text not null,
  content text not null,
  updated_at timestamptz not null,
  unique (team_id, name)
);

-- The template may be one that ships, whose id is no UUID.
alter table team
  add column language text not null default 'en' check (language in ('en', 'de')),
  add column default_template text;

-- The breaks of a plan, relative to the beginning of the quiet phase.
create table planned_break (
  session_id uuid not null references session,
  position integer not null,
  after_minutes integer not null,
  minutes integer not null,
  primary key (session_id, position)
);

-- Whether a break was scheduled from the plan and not by a facilitator.
alter table session_break add column planned boolean not null default false;
