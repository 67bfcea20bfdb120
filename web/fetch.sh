#!/bin/sh
# Fetches what the pages take from others, as pinned in package-lock.json, and
# puts what is embedded into internal/site/assets/vendor. With --copy-only
# nothing is fetched.
set -eu
cd "$(dirname "$0")"
if [ "${1:-}" != "--copy-only" ]; then
	npm ci --no-audit --no-fund --ignore-scripts
fi
to=../internal/site/assets/vendor
mkdir -p "$to"
cp node_modules/leaflet/dist/leaflet.js node_modules/leaflet/dist/leaflet.css "$to/"
cp node_modules/leaflet/LICENSE "$to/leaflet.LICENSE"
# The map of sources is not shipped, so its mention goes too.
sed -i.bak '/^\/\/# sourceMappingURL/d' "$to/leaflet.js" && rm "$to/leaflet.js.bak"
echo "leaflet is in internal/site/assets/vendor"
