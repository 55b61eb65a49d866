package edtf_test

import (
	"testing"
	"time"

	"dateline/timeline/edtf"
)

func TestClock(t *testing.T) {
	for _, c := range []struct {
		text          string
		since, ahead  time.Duration
		timed, offset bool
	}{
		{"2025-09-20T20:39+03:00", 20*time.Hour + 39*time.Minute, 3 * time.Hour, true, true},
		{"2025-09-20T20:39:15Z/2025-09-21", 20*time.Hour + 39*time.Minute + 15*time.Second, 0, true, true},
		{"2025-09-20T24:00:00", 24 * time.Hour, 0, true, false},
		{"2025-09-20/2025-09-21T10:00Z", 0, 0, false, false},
		{"2025", 0, 0, false, false},
	} {
		d, err := edtf.Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		since, timed := d.Clock()
		ahead, offset := d.Offset()
		if since != c.since || timed != c.timed || ahead != c.ahead || offset != c.offset {
			t.Errorf("%s: %v %t, %v %t", c.text, since, timed, ahead, offset)
		}
	}
}
