//go:build !windows

package ui_test

import (
	"os"
	"slices"
	"testing"

	"dateline/timeline/testrecord"
)

// walks are keys that have the screen go through a record: the picker of actors, an actor's page, the detail, lanes, a
// chart, the filter, the axis, problems, what the record says of itself, and from one end to the other.
var walks = []string{
	"G", "g", "a", "n", "a", "m", "e", "down", "right", "esc", "esc", "i", "esc", "enter", "tab", "tab", "i", "esc", "esc", "v",
	"right", "esc", "s", "esc", "/", "n", "a", "m", "e", "esc", "/", "t", "1", "enter", "u", "t", "right", "esc", "!", "esc",
	"I", "esc", "T", "H", "L", "Q",
}

// What keys do takes five times as many steps at most in four times as large a record.
func TestStepsOfKeysGrowWithTheRecord(t *testing.T) {
	program, err := counting()
	if err != nil {
		t.Fatal(err)
	}
	names := []string{
		"a chain of parents", "a ring of parents", "members of all", "an event of doubles", "quotes and actors of an event",
		"figures of one label", "records of values that differ", "records of one value", "lists of values that differ",
		"unknown keys",
	}
	few, long := 250, os.Getenv("LONG") != ""
	if long {
		few = 1000
	}
	for name, crowd := range testrecord.Crowds() {
		if !long && !slices.Contains(names, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			walk := func(text string) run {
				folder := t.TempDir()
				write(t, folder, map[string]string{"x.yaml": text})
				m := terminalOptions{
					program: program, folder: folder, env: []string{"GOCOVERDIR=" + folder, "GOMAXPROCS=2"},
				}.start(t, 120, 40, "x.yaml")
				m.waitFor(" event", "? ")
				m.waitForNo("reading")
				m.press(walks...)
				m.restored()
				counts, err := steps(folder)
				if err != nil {
					t.Fatal(err)
				}
				return run{counts, folder}
			}
			large := crowd(4 * few)
			grows(t, walk(crowd(few)), walk(large), len(large))
		})
	}
}
