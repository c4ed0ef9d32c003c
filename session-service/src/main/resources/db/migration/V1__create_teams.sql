create table team (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  owner_key_hash bytea not null unique,
  created_at timestamptz not null
);
