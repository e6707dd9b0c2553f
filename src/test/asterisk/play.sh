#!/bin/bash
# Installs a real Asterisk in a folder of its own (once, about a minute, as root) and has the hub listen to it while telephones call.
#   src/test/asterisk/play.sh          CTI_RIG_WORK=/some/folder to say where; default /tmp/aubette-rig
# Exit code 0 when all was told right, or, after a loud word, when the machine cannot install it.
set -u
cd "$(dirname "$0")/../../.."
export CTI_RIG_WORK=${CTI_RIG_WORK:-/tmp/aubette-rig}
if ! bash src/test/asterisk/asterisk-rig.sh install; then
  echo "*** NOT TESTED against a real Asterisk: it cannot be installed here (root, debootstrap and a Debian mirror are needed). ***" >&2
  exit 0
fi
exec mvn -q -B verify -Dit.test=RealExchangeIT -Dtest=TicketNumberTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip=true
