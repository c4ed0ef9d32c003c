-- A digest of the request that a retry key came with: the key is refused with another body. Null for earlier requests.
alter table session add column retry_digest bytea;
alter table participant add column retry_digest bytea;
