package ui

import "testing"

// Esc goes back through what was opened over what, one step at a time where it is a step, and to the base where it is
// not.
func TestModesAreAStack(t *testing.T) {
	d := open(t, 120, 40, at(call))
	for _, step := range []struct {
		key string
		now mode
	}{
		{"right", inDetail},
		{"i", inActor},
		{"esc", inDetail},
		{"/", inQueryLine},
		{"esc", inDetail},
		{"?", inBox},
		{"esc", inDetail},
		{"q", inList},
		{"v", inLanes},
		{"enter", inReading},
		{"esc", inLanes},
		{"a", inWho},
		{"esc", inLanes},
		{"'", inSaved},
		{"esc", inLanes},
		{":", inBox},
		{"esc", inLanes},
		{"t", inOverview},
		{"esc", inLanes},
		{"esc", inList},
		{"esc", inBox},
		{"esc", inList},
		{"left", inBox},
		{"backspace", inList},
	} {
		if d.press(step.key); d.mode() != step.now {
			t.Fatalf("%s leads to mode %d, want %d", step.key, d.mode(), step.now)
		}
	}
}
