//go:build !race

package tomldoc_test

// racing reports whether the race detector runs, which allocates by itself and takes some ten times as long.
const racing = false
