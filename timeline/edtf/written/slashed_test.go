package written

import (
	"fmt"
	"slices"
	"testing"
)

// What the short way reads, the long way reads as well, in the same order.
func TestSlashedIsReadAsAnyText(t *testing.T) {
	short := 0
	for _, form := range []string{"%d/%d/%04d", "%02d/%02d/%04d", "%d-%02d-%04d", "%02d.%d.%04d", "%d/%d-%04d", "%d/%d/%d"} {
		for _, year := range []int{0, 99, 999, 1000, 1900, 2024, 2999, 3000, 12024} {
			for first := range 34 {
				for second := range 34 {
					text := fmt.Sprintf(form, first, second, year)
					all, ok := slashed(text)
					if want := readings(text); ok && !slices.Equal(all, want) {
						t.Fatalf("%s: %v, want %v", text, all, want)
					}
					if ok {
						short++
					}
				}
			}
		}
	}
	if short < 4*31*12 {
		t.Errorf("the short way reads %d", short)
	}
}
