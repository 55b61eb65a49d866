package ui

import "testing"

// TestNoKeyIsTakenTwice holds that every key of the table does something: none stands behind an action that always counts
// in the same mode.
func TestNoKeyIsTakenTwice(t *testing.T) {
	type place struct {
		in  mode
		key string
	}
	taken := map[place]string{}
	for _, a := range actions() {
		for _, in := range a.in {
			for _, key := range a.keys {
				at := place{in, key}
				if by, ok := taken[at]; ok {
					t.Errorf("%s in mode %d is taken by %q, so that %q is never reached", key, in, by, a.show+" "+a.does)
				}
				if a.when == nil {
					taken[at] = a.show + " " + a.does
				}
			}
		}
	}
}
