//go:build !race

package load

// racing reports whether the race detector runs, which allocates by itself and takes some ten times as long.
const racing = false
