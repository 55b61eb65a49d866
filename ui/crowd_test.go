package ui

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestEveryActorOfACrowdIsReached goes through the detail of an event of many actors, link by link, line by line, or to
// its end and back: each line is there, in order, and the last row says at every place how much is below.
func TestEveryActorOfACrowdIsReached(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n, h := rapid.IntRange(380, 900).Draw(rt, "actors"), rapid.IntRange(10, 60).Draw(rt, "height")
		d := open(t, 120, h, yaml(crowd(n)))
		d.press("g", "right")
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "pgdown", "tab", "G", "g"}), 0, 6).Draw(rt, "keys") {
			d.press(key)
		}
		d.press("g")
		seen, below := 0, n
		for range 2 * n {
			screen := d.screen()
			for ; seen < n && strings.Contains(screen, fmt.Sprintf("Person %d ", seen)); seen++ {
			}
			_, rest, more := strings.Cut(screen, "↓ ")
			left := 0
			if _, err := fmt.Sscanf(rest, "%d more lines", &left); more && err == nil && left > below+3 {
				rt.Fatalf("%d more lines, and before that %d", left, below)
			}
			if !more {
				break
			}
			below = left
			d.press("pgdown")
		}
		if seen != n {
			rt.Fatalf("person %d is not there; the last screen is\n%s", seen, d.screen())
		}
	})
}

// TestTheLastLinkOfACrowdIsOneStepBack steps from the list back into the detail: the last actor is there.
func TestTheLastLinkOfACrowdIsOneStepBack(t *testing.T) {
	d := open(t, 120, 40, yaml(crowd(900)))
	d.press("g", "enter", "shift+tab")
	if screen := d.screen(); !strings.Contains(screen, "Person 899") {
		t.Errorf("the last actor is not on\n%s", screen)
	}
}
