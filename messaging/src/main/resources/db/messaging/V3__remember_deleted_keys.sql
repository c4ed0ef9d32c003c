-- The keys that were deleted, such as sessions: no event about them is applied any more, whenever it
-- comes. A row is all that remains of a deleted key, so it is kept.
create table deleted_key (
    key        uuid        primary key,
    deleted_at timestamptz not null default now()
);
