package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/calendar"
)

func TestCutsLeaveOutTheUndated(t *testing.T) {
	starts := []calendar.Day{
		calendar.Beginning, calendar.DayOf(2020, time.March, 1), calendar.DayOf(2021, time.January, 1),
		calendar.DayOf(2021, time.July, 1), calendar.Forever,
	}
	at := func(i int) calendar.Day { return starts[i] }
	s := calendar.Fit(calendar.DayOf(2020, time.January, 1), calendar.DayOf(2022, time.December, 31), 3)
	if diff := cmp.Diff([]int{1, 2, 4, 4}, s.Cuts(len(starts), at)); diff != "" {
		t.Error(diff)
	}
}
