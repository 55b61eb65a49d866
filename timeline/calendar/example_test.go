package calendar_test

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
)

func ExampleDayOf() {
	day := calendar.DayOf(2025, time.September, 8)
	fmt.Println(day, day.Weekday())
	fmt.Println(calendar.DayOf(2025, time.February, 30))
	fmt.Println(calendar.DayOf(-43, time.March, 15))
	fmt.Println(calendar.DayOf(12345, time.January, 1))
	// Output:
	// 2025-09-08 Monday
	// 2025-03-02
	// -0043-03-15
	// Y12345-01-01
}

func ExampleFit() {
	first := calendar.DayOf(2022, time.February, 24)
	last := calendar.DayOf(2026, time.January, 8)
	for _, n := range []int{2000, 80, 10} {
		s := calendar.Fit(first, last, n)
		fmt.Println(s.Columns(), "columns of a", s.Unit(), "from", s.Start(0))
	}
	// Output:
	// 1415 columns of a day from 2022-02-24
	// 48 columns of a month from 2022-02-01
	// 5 columns of a year from 2022-01-01
}

func ExamplePeriod_Extend() {
	day := func(n int) calendar.Day { return calendar.DayOf(2025, time.September, n) }
	p := calendar.Never
	p = p.Extend(calendar.Period{From: day(8), To: day(12)})
	p = p.Extend(calendar.Period{From: day(20), To: calendar.Forever})
	fmt.Println(p.From, p.To)
	// Output:
	// 2025-09-08 2025-09-20
}
