-- Hours of the day without notifications, in minutes after midnight of a time zone; past midnight where the end is earlier.
ALTER TABLE user_settings ADD COLUMN quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439);
ALTER TABLE user_settings ADD COLUMN quiet_until INTEGER CHECK (quiet_until BETWEEN 0 AND 1439 AND quiet_until <> quiet_from);
ALTER TABLE user_settings ADD COLUMN quiet_zone TEXT CHECK (
  length(quiet_zone) <= 64 AND (quiet_zone IS NULL) = (quiet_from IS NULL) AND (quiet_zone IS NULL) = (quiet_until IS NULL));
