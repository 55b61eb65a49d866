//go:build race

package cli_test

// racing reports whether the race detector runs.
const racing = true
