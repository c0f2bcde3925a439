// The first process of a node and of each pod: it holds their namespaces, takes in orphaned processes,
// and ends when it is asked to.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGCHLD)
	for received := range signals {
		if received != syscall.SIGCHLD {
			return
		}
		for reaped, err := reap(); err == nil && reaped > 0; reaped, err = reap() {
		}
	}
}

func reap() (int, error) {
	return syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
}
