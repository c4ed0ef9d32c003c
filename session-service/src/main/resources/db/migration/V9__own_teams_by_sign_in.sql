-- Who owns a team where owners sign in at an identity provider: a hash of issuer and subject.
create table team_host (
  host bytea not null,
  team_id uuid not null references team,
  primary key (host, team_id)
);
