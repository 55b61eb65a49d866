package cut_test

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
)

// Two talks in spring and one in autumn are two islands of days.
func Example() {
	days := []calendar.Day{
		calendar.DayOf(2025, time.April, 1), calendar.DayOf(2025, time.April, 4), calendar.DayOf(2025, time.October, 10),
	}
	a := cut.New(cut.Events{
		N:     len(days),
		Day:   func(n int) calendar.Day { return days[n] },
		Known: func(int) calendar.Unit { return calendar.Days },
	}, 40)
	for n, island := range a.Islands {
		first, last := a.Columns[island.First], a.Columns[island.End-1]
		fmt.Println(island.Grain, first.From, "to", last.To)
		if n < len(a.Folds) {
			fmt.Println("silence of", cut.Length(a.Folds[n].Days))
		}
	}
	fmt.Println(a.Names[0].Text, a.Names[1].Text)
	// Output:
	// day 2025-04-01 to 2025-04-04
	// silence of 6m
	// day 2025-10-10 to 2025-10-10
	// Apr ’25 Oct
}
