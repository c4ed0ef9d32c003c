-- The item that the facilitator shows to everybody: {"kind": "idea", "id": "..."}; null when there is none.
alter table board add column focus jsonb;
