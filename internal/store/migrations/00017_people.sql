-- What proves who somebody is besides a password, and the record of sign-ins and
-- of what was done about accounts. Times are microseconds of Unix time, 0 for
-- none. Tokens and recovery codes stand here as SHA-256 only.

-- +goose Up
ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN strong INTEGER NOT NULL DEFAULT 0; -- two factors were shown
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE invitations ADD COLUMN person TEXT NOT NULL DEFAULT ''; -- who sets a new password with it; empty for a new account

CREATE TABLE passkeys (
  id     TEXT PRIMARY KEY, -- of the credential, in base64url
  person TEXT NOT NULL,
  name   TEXT NOT NULL,
  added  BIGINT NOT NULL,
  used   BIGINT NOT NULL,
  doc    TEXT NOT NULL -- the credential with its public key, as JSON
);
CREATE INDEX passkeys_person ON passkeys (person);

-- Keys of apps that show one-time codes. A code is made out of the key itself, so
-- the key stands here as it is.
CREATE TABLE code_keys (
  person TEXT PRIMARY KEY,
  code_key TEXT NOT NULL,
  step   BIGINT NOT NULL, -- of the last code that was taken: none of this step or an earlier one is taken again
  added  BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
  person TEXT NOT NULL,
  code   TEXT NOT NULL,
  PRIMARY KEY (person, code)
);

-- Who somebody is at a provider of sign-ins.
CREATE TABLE logins (
  issuer  TEXT NOT NULL,
  subject TEXT NOT NULL,
  person  TEXT NOT NULL,
  name    TEXT NOT NULL, -- as the provider calls them
  added   BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX logins_person ON logins (person);

-- What has begun and waits for the browser's answer.
CREATE TABLE ceremonies (
  token   TEXT PRIMARY KEY,
  kind    TEXT NOT NULL,
  person  TEXT NOT NULL,
  doc     TEXT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX ceremonies_expires ON ceremonies (expires);

CREATE TABLE person_events (
  id       TEXT PRIMARY KEY,
  happened BIGINT NOT NULL,
  kind     TEXT NOT NULL,
  person   TEXT NOT NULL, -- about whom; empty for an invitation
  doer     TEXT NOT NULL, -- who did it; empty for who runs the program
  way      TEXT NOT NULL,
  detail   TEXT NOT NULL,
  address  TEXT NOT NULL,
  browser  TEXT NOT NULL
);
CREATE INDEX person_events_person ON person_events (person, happened);
CREATE INDEX person_events_happened ON person_events (happened);

-- +goose Down
DROP TABLE person_events;
DROP TABLE ceremonies;
DROP TABLE logins;
DROP TABLE recovery_codes;
DROP TABLE code_keys;
DROP TABLE passkeys;
ALTER TABLE invitations DROP COLUMN person;
ALTER TABLE sessions DROP COLUMN browser;
ALTER TABLE sessions DROP COLUMN address;
ALTER TABLE sessions DROP COLUMN strong;
ALTER TABLE sessions DROP COLUMN way;
