-- What uploads and their thumbnails need beside the rows of message_attachments.
ALTER TABLE message_attachments ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message_attachments ADD COLUMN width INTEGER NOT NULL DEFAULT 0 CHECK (width >= 0);
ALTER TABLE message_attachments ADD COLUMN height INTEGER NOT NULL DEFAULT 0 CHECK (height >= 0);

-- Equal bytes are one object: whether a row still names it, and what all objects take.
CREATE INDEX message_attachments_by_object ON message_attachments (object_key, size_bytes, deleted_at_ms);
