-- The keys that were revoked and the teams that were deleted, as long as their tokens could be valid.
create table revoked_access (
  id uuid primary key,
  revoked_at timestamptz not null
);

create index revoked_access_by_time on revoked_access (revoked_at);
