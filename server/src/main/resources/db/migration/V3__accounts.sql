-- Accounts (tài khoản). A role is held in a unit; its reach follows the tree of units.
create table account (
  id uuid primary key,
  login text not null unique,        -- as typed at sign-in, folded to lower case
  name text not null,
  post text not null default '',
  email text,
  phone text,
  works_in uuid not null references org_unit,  -- whose cases this person may not judge
  password text,                     -- Argon2id; null until the person has chosen one
  totp_secret text,                  -- sealed with the home's key
  totp_last_step bigint,             -- a code is good for one use
  language text not null default 'vi' check (language in ('vi', 'en')),
  created_at timestamptz not null,
  last_sign_in timestamptz,
  disabled_at timestamptz,
  version int not null default 1
);

create table account_role (
  account uuid not null references account,
  role text not null,
  unit uuid not null references org_unit,
  primary key (account, role, unit)
);
create index on account_role (unit);

-- One row an invitation; its code is known to the invited only, we keep its hash.
create table invitation (
  id uuid primary key,
  code_hash bytea not null unique,
  login text not null,
  name text not null,
  post text not null default '',
  email text,
  phone text,
  works_in uuid not null references org_unit,
  role text not null,
  unit uuid not null references org_unit,  -- in which the role is held
  created_at timestamptz not null,
  created_by uuid references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  account uuid references account
);
create index on invitation (unit);

-- Ways in that went wrong: they slow down who tries, they never lock out whom it concerns.
create table sign_in_failure (
  login text not null,
  address text not null,
  at timestamptz not null
);
create index on sign_in_failure (login, at);
create index on sign_in_failure (address, at);

-- Devices on which an account has signed in: from them it is not slowed down by what others try.
create table known_device (
  token_hash bytea primary key,
  account uuid not null references account,
  last_used timestamptz not null
);

-- Accounts elsewhere that open one here (OpenID Connect).
create table external_identity (
  issuer text not null,
  subject text not null,
  account uuid not null references account,
  primary key (issuer, subject)
);

grant select, insert, update on account, invitation, known_device to thangdiem_app;
grant select, insert, update, delete on account_role, sign_in_failure, external_identity to thangdiem_app;
grant delete on known_device to thangdiem_app;

-- Sessions, in the form that Spring Session asks for.
create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Passkeys, in the form that Spring Security asks for.
create table user_entities (
  id varchar(1000) primary key,
  name varchar(100) not null,
  display_name varchar(200)
);
create table user_credentials (
  credential_id varchar(1000) primary key,
  user_entity_user_id varchar(1000) not null,
  public_key bytea not null,
  signature_count bigint,
  uv_initialized boolean,
  backup_eligible boolean not null,
  authenticator_transports varchar(1000),
  public_key_credential_type varchar(100),
  backup_state boolean not null,
  attestation_object bytea,
  attestation_client_data_json bytea,
  created timestamptz,
  last_used timestamptz,
  label varchar(1000) not null
);
grant select, insert, update, delete
  on spring_session, spring_session_attributes, user_entities, user_credentials to thangdiem_app;
