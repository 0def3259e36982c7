# Two machines on one: the server here, people in a network namespace of their own, whose answers get lost once a line has
# come from standard input. Needs a namespace to itself: unshare --net --mount sh vanish.sh COMMAND THAT STARTS A SERVER
# ON PORT 9292
ip link set lo up
mkdir -p /run/netns && mount -t tmpfs none /run/netns
ip netns add far
ip link add near0 type veth peer name far0
ip link set far0 netns far
ip addr add 10.77.0.1/24 dev near0
ip link set near0 up
ip netns exec far ip addr add 10.77.0.2/24 dev far0
ip netns exec far ip link set far0 up

"$@" &
server=$!
trap 'kill $server' EXIT TERM
until grep -q ":244C .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done # 9292 is listened on

sleep 100 | ip netns exec far nc 10.77.0.1 9292 > /dev/null &
(echo /setname addressed; sleep 100) | ip netns exec far nc 10.77.0.1 9292 > /dev/null &

read -r cut
ip netns exec far ip route add blackhole 10.77.0.1/32
(echo /setname ann; echo news; sleep 100) | nc 127.0.0.1 9292 > /dev/null &
wait $server
