# Sourced by the commands of this folder. Installs the packages of package-lock.json where they are missing or old, and puts the right
# Node first in PATH and in `node`: the one that npm brought, else a system one. Needs `root`, the folder of the project.

# 24.7 is the first with the password hash that Vigie uses.
is_recent() {
  "$1" -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 24 || (+a === 24 && +b >= 7) ? 0 : 1)' 2>/dev/null
}

find_node() {
  for node in "$root"/node_modules/node-*/bin/node "$(command -v node || true)"; do
    if [ -x "$node" ] && is_recent "$node"; then
      return 0
    fi
  done
  return 1
}

# Any Node can read whether what is installed is what the lock asks for (packages of other platforms stay away).
same_packages() {
  any=$(command -v node || echo "$node")
  "$any" -e '
    const read = (path) => JSON.parse(require("fs").readFileSync(path, "utf8")).packages
    const [wanted, found] = process.argv.slice(1).map(read)
    const differs = ([path, { version, optional }]) => path !== "" && (found[path] ? found[path].version !== version : !optional)
    process.exit(Object.entries(wanted).some(differs) ? 1 : 0)
  ' "$root/package-lock.json" "$root/node_modules/.package-lock.json" 2>/dev/null
}

packages_are_current() {
  installed=$root/node_modules/.package-lock.json
  [ -f "$installed" ] || return 1
  [ -n "$(find "$root/package-lock.json" -newer "$installed")" ] || return 0
  find_node || true
  same_packages && touch "$installed"
}

# Scripts of packages are not run: Vigie needs none, and makes the links of PostgreSQL itself.
install_packages() {
  if ! command -v npm >/dev/null 2>&1; then
    echo "Vigie needs npm, which brings the rest. Install Node (any version) with npm: https://nodejs.org" >&2
    exit 1
  fi
  if ! [ -w "$root" ] || { [ -e "$root/node_modules" ] && ! [ -w "$root/node_modules" ]; }; then
    echo "The packages of Vigie are missing or old, and $root is not yours to write. Let its owner run: npm ci" >&2
    exit 1
  fi
  echo "Installing the packages of Vigie (npm ci)…" >&2
  if ! (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2); then
    echo "npm could not install the packages of Vigie: it says why above." >&2
    exit 1
  fi
}

packages_are_current || install_packages
if ! find_node; then
  echo "Vigie needs Node 24.7 or newer. npm brings one for Linux on x64 and arm64; elsewhere, install it: https://nodejs.org" >&2
  exit 1
fi
PATH=$(dirname "$node"):$root/node_modules/.bin:$PATH
export PATH
