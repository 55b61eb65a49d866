package edtf_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

func ExampleParse() {
	for _, text := range []string{
		"2025-09-23/2025-09-29", "2025-08~", "2022-02-24/..", "[2025-08-15,2025-08-16]", "8 September 2025",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%v: %v to %v\n", d, d.Earliest(), d.Latest())
	}
	// Output:
	// 23–29 September 2025: 2025-09-23 to 2025-09-29
	// c. August 2025: 2025-08-01 to 2025-08-31
	// since 24 February 2022: 2022-02-24 to ..
	// 15 or 16 August 2025: 2025-08-15 to 2025-08-16
	// this is not an EDTF date; write 2025-09-08
}

func ExampleError() {
	_, err := edtf.Parse("2025-09-23/2025-09-31")
	var e *edtf.Error
	if errors.As(err, &e) {
		fmt.Println(e.Text)
		fmt.Println(strings.Repeat(" ", e.Start) + strings.Repeat("^", e.End-e.Start))
		fmt.Println(e.Message + "; " + e.Hint)
	}
	// Output:
	// 2025-09-23/2025-09-31
	//            ^^^^^^^^^^
	// there is no 31 September 2025; September 2025 has 30 days
}

func ExampleParseRelative() {
	today := calendar.DayOf(2025, time.November, 22)
	inView := calendar.DayOf(2024, time.December, 28)
	for _, text := range []string{"8 sep 2025", "jan", "3 weeks later", "10 days ago", "last week", "9/8/2025"} {
		d, err := edtf.ParseRelative(text, today, inView)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d.EDTF())
	}
	// Output:
	// 2025-09-08
	// 2025-01
	// 2025-01-18
	// 2025-11-12
	// 2025-11-10/2025-11-16
	// this can be more than one date; write 2025-08-09 for 9 August 2025 or 2025-09-08 for 8 September 2025
}

func ExampleInterval() {
	start, _ := edtf.Parse("2022-02-24")
	end, _ := edtf.Parse("2023~")
	for _, ends := range [][2]edtf.Date{{start, end}, {start, {}}, {{}, end}, {end, start}} {
		d, ok := edtf.Interval(ends[0], ends[1])
		fmt.Println(d.EDTF(), d, ok)
	}
	// Output:
	// 2022-02-24/2023~ 24 February 2022 – c. 2023 true
	// 2022-02-24/.. since 24 February 2022 true
	// ../2023~ until c. 2023 true
	//  undated false
}

func ExampleOf() {
	day := calendar.DayOf(2025, time.September, 8)
	for u := calendar.Centuries; u <= calendar.Days; u++ {
		d := edtf.Of(u, day)
		fmt.Printf("%s: %s, %v\n", u, d.EDTF(), d)
	}
	// Output:
	// century: 2000/2099, 2000–2099
	// decade: 2020/2029, 2020–2029
	// year: 2025, 2025
	// quarter: 2025-35, third quarter of 2025
	// month: 2025-09, September 2025
	// week: 2025-09-08/2025-09-14, 8–14 September 2025
	// day: 2025-09-08, 8 September 2025
}
