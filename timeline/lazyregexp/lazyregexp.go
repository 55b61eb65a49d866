// Package lazyregexp has regular expressions compiled at their first use. The program has a hundred of them, and a run
// needs a few: to compile them all took a quarter of the time of `dateline --version`.
package lazyregexp

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// inTest reports whether this is the program of a test. Package testing knows too, but would come into every program.
var inTest = strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")

// New returns a function for the expression of pattern, compiled when it is first called; any number of goroutines may
// call it. A pattern that is not valid panics then, and in a test at once.
func New(pattern string) func() *regexp.Regexp {
	if inTest {
		regexp.MustCompile(pattern)
	}
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
