#!/bin/sh
# A node's first process. It runs in new mount, process and host name namespaces, and gives the node a root of its own:
# what the machine has, under a layer that goes with the node. So several nodes use the usual folders side by side,
# and nothing is left on the machine.
#   machine.sh <node's folder> <folder with the Kubernetes programs> <name>
set -eu
folder=$1 programs=$2 name=$3

# The layer cannot be inside of what it lies on.
mount -t tmpfs -o mode=755 podnet "$folder/machine"
cd "$folder/machine"
mkdir upper work root
mount -t overlay -o lowerdir=/,upperdir=upper,workdir=work podnet root
cd root
mkdir -p etc/kubernetes opt/podnet opt/cni/bin etc/cni/net.d var/lib/kubelet var/lib/containerd var/lib/cni
mount --rbind /sys sys
mount --rbind /dev dev
mount -t proc proc proc
for private in run tmp var/lib/kubelet var/lib/containerd var/log; do
  mount -t tmpfs -o mode=755 podnet "$private"
done
mount --bind "$folder/etc" etc/kubernetes
mount --bind "$programs" opt/podnet

# A kubelet changes these settings of the whole machine. It finds what it wants here, and changes nothing.
setting() { # name, value
  [ -e "proc/sys/$1" ] || return 0
  echo "$2" >"run/setting"
  cp run/setting "run/$(echo "$1" | tr / -)"
  mount --bind "run/$(echo "$1" | tr / -)" "proc/sys/$1"
}
setting vm/overcommit_memory 1
setting vm/panic_on_oom 0
setting kernel/panic 10
setting kernel/panic_on_oops 1
setting kernel/keys/root_maxkeys 1000000
setting kernel/keys/root_maxbytes 25000000

echo "$name" >etc/hostname
hostname "$name"
printf '%s' "$name" | md5sum | cut -c1-32 >etc/machine-id
cp -r usr/lib/cni/. opt/cni/bin/
pivot_root . .
umount -l .
# Pods that look at mounts made later (mountPropagation) need this.
mount --make-rshared /
mkdir -p /run/podnet-machine
touch /run/podnet-machine/ready
exec /opt/podnet/pause
