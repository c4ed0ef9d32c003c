-- A link or a QR code contains nothing but the code.
create unique index session_by_join_code on session (join_code);
create unique index session_by_facilitator_code on session (facilitator_code);
