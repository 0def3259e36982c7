# Several machines on one: the server here, and others in network namespaces of their own. The answers of those in "far"
# get lost once a line has come from standard input; the one in "still" goes on answering, but nobody on it reads until
# another line has come. Needs namespaces to itself, with which all of it ends:
# unshare --net --mount --pid --fork --kill-child sh vanish.sh COMMAND THAT STARTS A SERVER ON PORT 9292
set -e
ip link set lo up
mkdir -p /run/netns && mount -t tmpfs none /run/netns

machine() { # a name and a number: 10.77.NUMBER.2, to whom the server is 10.77.NUMBER.1
    ip netns add "$1"
    ip link add "near$2" type veth peer name "far$2"
    ip link set "far$2" netns "$1"
    ip addr add "10.77.$2.1/24" dev "near$2"
    ip link set "near$2" up
    ip netns exec "$1" ip addr add "10.77.$2.2/24" dev "far$2"
    ip netns exec "$1" ip link set "far$2" up
}
machine far 0
machine still 1

"$@" &
server=$!
until grep -q ":244C .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done # 9292 is listened on

sleep 300 | ip netns exec far nc 10.77.0.1 9292 > /dev/null &
(echo /setname addressed; sleep 300) | ip netns exec far nc 10.77.0.1 9292 > /dev/null &
mkfifo /run/netns/typed
sleep 300 > /run/netns/typed &
ip netns exec still nc -I 2048 10.77.1.1 9292 < /run/netns/typed > /run/netns/read &
frozen=$!
echo /setname frozen > /run/netns/typed

read -r cut
kill -STOP $frozen
ip netns exec far ip route add blackhole 10.77.0.1/32
line=$(printf '%01000d' 0)
(echo /setname ann; yes "$line" | head -n 200; echo the end; sleep 300) | nc 127.0.0.1 9292 > /dev/null &

read -r thaw
kill -CONT $frozen
until grep -q 'the end' /run/netns/read; do sleep 0.1; done
echo "frozen has read all: $(grep -c '^ann: 0*$' /run/netns/read) lines"
wait $server
