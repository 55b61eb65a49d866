package ui

import (
	"regexp"
	"strings"
	"testing"
)

// TestTheAxisAndTheListAgreeHowLongNothingHappened compares the lengths of the folds with those between events of the
// list, whose dates are known to the year or to the day, and of which one lasts.
func TestTheAxisAndTheListAgreeHowLongNothingHappened(t *testing.T) {
	const record = `
- {date: "-9999", title: A}
- {date: "-5000", title: B}
- {date: "-0044-03-15", title: C}
- {date: "0001", title: D}
- {date: 1066-10-14/1087-09-09, title: E}
- {date: 2025-09-08, title: F}
- {date: 2025-11-21, title: G}
`
	d := open(t, 160, 45, yaml(record)).press("g")
	units := map[string]string{"d": "day", "w": "week", "m": "month", "y": "year"}
	var onAxis, inList []string
	for _, m := range regexp.MustCompile(`╱ *(\d+)([dwmy]) *╱`).FindAllStringSubmatch(d.screen(), -1) {
		onAxis = append(onAxis, m[1]+" "+units[m[2]])
	}
	for _, m := range regexp.MustCompile(`┊ +([\d,]+) (day|week|month|year)`).FindAllStringSubmatch(d.screen(), -1) {
		inList = append(inList, strings.ReplaceAll(m[1], ",", "")+" "+m[2])
	}
	if got, want := strings.Join(onAxis, ", "), strings.Join(inList, ", "); got != want || len(onAxis) < 6 {
		t.Errorf("the axis tells of %s, and the list of %s:\n%s", got, want, d.screen())
	}
}
