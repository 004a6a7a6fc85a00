-- A hash over the line and all lines before it; empty in lines that are older than this column.
ALTER TABLE audit_log ADD COLUMN chain BLOB NOT NULL DEFAULT x'' CHECK (length(chain) IN (0, 32));
