//go:build tools

// Package main: this file keeps kwok in go.mod. It is a program of its own beside the node's and the
// control plane's, because its --version flag and Kubernetes' collide in one process.
package main

import _ "sigs.k8s.io/kwok/cmd/kwok"
