-- The named keys of a team, of its owners and members. Only hashes of the secrets are stored.
create table team_key (
  id uuid primary key,
  team_id uuid not null references team,
  name text not null,
  role text not null check (role in ('owner', 'member')),
  -- null: it was revoked
  hash bytea unique,
  created_at timestamptz not null,
  -- the day on which a token was last issued for the key; null: never
  last_used_on date,
  revoked_at timestamptz
);

create index team_key_by_team on team_key (team_id, created_at, id);

insert into team_key (id, team_id, name, role, hash, created_at)
select gen_random_uuid(), id, 'First key', 'owner', owner_key_hash, created_at
from team
where not exists (select from team_host where team_host.team_id = team.id);

-- The previous version knows one key of a team, in the row of the team. So a new team has its first
-- key in both places, whichever version creates it. Without a key: its owners sign in.
alter table team alter column owner_key_hash drop not null;

create function add_first_key() returns trigger language plpgsql as $$
begin
  insert into team_key (id, team_id, name, role, hash, created_at)
  values (gen_random_uuid(), new.id, 'First key', 'owner', new.owner_key_hash, new.created_at);
  return new;
end $$;

create trigger team_first_key after insert on team
for each row when (new.owner_key_hash is not null) execute function add_first_key();

-- The keys that were revoked and the teams that were deleted, as long as their tokens could be valid.
create table revoked_access (
  id uuid primary key,
  revoked_at timestamptz not null
);

create index revoked_access_by_time on revoked_access (revoked_at);
