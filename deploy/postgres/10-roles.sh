#!/bin/sh
# One login role and one schema per service; nobody reads another's tables.
set -eu
for role in market_data signals risk execution backtest; do
  variable="$(echo "$role" | tr '[:lower:]' '[:upper:]')_DB_PASSWORD"
  eval "password=\${$variable:?}"
  psql -v ON_ERROR_STOP=1 -v password="$password" -v role="$role" -v db="$POSTGRES_DB" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE SCHEMA :"role" AUTHORIZATION :"role";
ALTER ROLE :"role" SET search_path = :"role";
GRANT CONNECT ON DATABASE :"db" TO :"role";
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -c 'REVOKE ALL ON SCHEMA public FROM PUBLIC'
