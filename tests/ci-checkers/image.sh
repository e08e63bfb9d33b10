#!/bin/sh
# Writes the root of a container image to standard output: programs of this machine with the libraries they load, and nothing else.
# One image for all parts of a job with PostgreSQL: job, helper, waiting for a port, and server.
# sh image.sh FOLDER_OF_THE_BUILD | docker import --change 'ENV PATH=...' - NAME
set -eu

build=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for postgres in /usr/lib/postgresql/*; do :; done
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")

cd /
copy() { cp --archive --parents --dereference "$@" "$root"; }

mkdir -p "$root/tmp" "$root/etc" "$root/usr/bin" "$root/usr/lib" "$root/usr/sbin" "$root/usr/lib64" "$root/var/lib/postgresql" "$root/run/postgresql"
chmod 1777 "$root/tmp"
for link in bin lib sbin lib64; do ln -s "usr/$link" "$root/$link"; done
printf 'root:x:0:0::/root:/bin/sh\npostgres:x:70:70::/var/lib/postgresql:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\npostgres:x:70:\n' >"$root/etc/group"
chown -R 70:70 "$root/var/lib/postgresql" "$root/run/postgresql"

for program in bash sh cat chmod chown cp cut date dirname env find git grep head id ls mkdir mktemp mv readlink rm rsync sed setpriv sleep sort tail tee touch tr uname; do
  copy "$(readlink -f "$(command -v "$program")")"
  [ -e "$root/usr/bin/$program" ] || ln -s "$(readlink -f "$(command -v "$program")")" "$root/usr/bin/$program"
done
copy "$postgres/bin" "$postgres/lib" /usr/share/postgresql "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared/Microsoft.NETCore.App" "$build"
ln -s "$dotnet/dotnet" "$root/usr/bin/dotnet"
ln -s "$postgres/bin/psql" "$root/usr/bin/psql"
[ ! -d /usr/share/zoneinfo ] || copy /usr/share/zoneinfo/UTC
find "$root" -type f \( -perm -u+x -o -name '*.so*' \) -exec ldd {} + 2>/dev/null | grep -o '/[^ ]*' | grep -v ':$' | sort -u | while read -r library; do
  [ ! -f "$library" ] || [ -e "$root/$library" ] || copy "$library"
done

# As the entry point of the image postgres: the variables say who may sign in.
cat >"$root/usr/bin/serve-postgres" <<SCRIPT
#!/bin/sh
set -eu
as="setpriv --reuid 70 --regid 70 --clear-groups env HOME=/var/lib/postgresql"
printf '%s' "\$POSTGRES_PASSWORD" >/tmp/password
\$as $postgres/bin/initdb --pgdata /var/lib/postgresql/data --username "\$POSTGRES_USER" --pwfile /tmp/password --auth scram-sha-256 --no-sync >/dev/null
echo 'host all all all scram-sha-256' >>/var/lib/postgresql/data/pg_hba.conf
printf 'create database %s;\n' "\$POSTGRES_DB" | \$as $postgres/bin/postgres --single -D /var/lib/postgresql/data postgres >/dev/null
exec \$as $postgres/bin/postgres -D /var/lib/postgresql/data -c listen_addresses='*' -c unix_socket_directories= -c fsync=off
SCRIPT

# As the image wait-for-it: HOST:PORT -t SECONDS.
cat >"$root/usr/bin/wait-for" <<'SCRIPT'
#!/bin/bash
for second in $(printf '%*s' "$3" | sed 's/ /x /g'); do
  if (exec 3<>"/dev/tcp/${1%:*}/${1#*:}") 2>/dev/null; then exit 0; fi
  sleep 1
done
exit 1
SCRIPT
chmod +x "$root/usr/bin/serve-postgres" "$root/usr/bin/wait-for"
tar --create --directory "$root" .
