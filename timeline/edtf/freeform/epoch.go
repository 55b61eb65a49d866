package freeform

import (
	"fmt"
	"strconv"
	"time"

	"dateline/timeline/calendar"
)

// Epoch returns in EDTF the time that is so many seconds, in 10 digits, or milliseconds, in 13, after 1970 began in
// UTC. It is not ok for any other text.
func Epoch(text string) (edtf string, ok bool) {
	if len(text) != len("1757341800") && len(text) != len("1757341800000") || text[0] < '1' || text[0] > '9' {
		return "", false
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return "", false
	}
	const second, day = 1000, 24 * 60 * 60 * 1000
	if len(text) == len("1757341800") {
		n *= second
	}
	clock := n % day
	edtf = fmt.Sprintf("%sT%02d:%02d:%02d", calendar.DayOf(1970, time.January, 1)+calendar.Day(n/day), clock/3_600_000,
		clock/60_000%60, clock/second%60)
	if clock%second != 0 {
		edtf += fmt.Sprintf(".%03d", clock%second)
	}
	return edtf + "Z", true
}
