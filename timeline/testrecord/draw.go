package testrecord

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

// DateText draws the text of a date of any kind, or "". Some cannot be read as a date, such as an interval that ends
// before it begins.
func DateText() *rapid.Generator[string] {
	mark := rapid.SampledFrom([]string{"", "", "", "?", "~", "%"})
	day := rapid.Custom(func(t *rapid.T) string {
		d := calendar.Day(rapid.Int32Range(-900_000, 100_000).Draw(t, "day"))
		return d.String()
	})
	single := rapid.Custom(func(t *rapid.T) string {
		text := day.Draw(t, "date")
		negative := strings.HasPrefix(text, "-")
		text = strings.TrimPrefix(text, "-")
		switch rapid.IntRange(0, 7).Draw(t, "form") {
		case 0:
			text = text[:4]
		case 1:
			text = text[:7]
		case 2:
			text = text[:3] + "X"
		case 3:
			text = text[:4] + fmt.Sprintf("-%02d", rapid.IntRange(21, 41).Draw(t, "season"))
		case 4:
			text = text[:8] + "XX"
		case 5:
			clock := `T(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?`
			zone := `(Z|[+-](0[0-9]|1[0-4]):(00|30))?`
			text += rapid.StringMatching(clock+zone).Draw(t, "time")
		}
		if negative && strings.Trim(text[:4], "0") != "" {
			text = "-" + text
		}
		if strings.Contains(text, "T") {
			return text
		}
		return text + mark.Draw(t, "mark")
	})
	long := rapid.Custom(func(t *rapid.T) string {
		text := rapid.StringMatching(`Y-?[1-9][0-9]{4,8}(S[1-9])?|Y-?[1-9][0-9]?E[1-9][0-9]?(S[1-3])?|-?[1-9][0-9]{3}S[1-4]`)
		return text.Draw(t, "long") + mark.Draw(t, "mark")
	})
	brief := rapid.Custom(func(t *rapid.T) string {
		return rapid.StringMatching(`-?[0-9][1-9][0-9]?`).Draw(t, "brief") + mark.Draw(t, "mark")
	})
	return rapid.Custom(func(t *rapid.T) string {
		a, b := single.Draw(t, "a"), single.Draw(t, "b")
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			a = long.Draw(t, "long")
		case 1:
			b = long.Draw(t, "long")
		case 2:
			return rapid.SampledFrom([]string{"../..", "/", "../", "/..", brief.Draw(t, "brief")}).Draw(t, "rare")
		}
		return rapid.SampledFrom([]string{
			a, a, a, a + "/" + b, a + "/..", "../" + a, a + "/", "[" + a + "," + b + "]", "{" + a + "," + b + "}",
			"[" + a + "..]", "[.." + a + "]", "[" + a + ".." + b + "]", "",
		}).Draw(t, "text")
	})
}

// QueryText draws the text of a query, which can be parsed. Its words occur in testbuild.Talks, but for the keys
// importance and Impact Areas, which are a writer's own.
func QueryText() *rapid.Generator[string] {
	term := rapid.SampledFrom([]string{
		"yermak", "Київ", `"security guarantees"`, "actor:rubio", "actor:ukraine,yermak", `actor:"Marco Rubio"`,
		"direct:ukraine", "type:call", "tag:aid", "location:kyiv", "source:reuters", "status:disputed", "by:putin",
		"has:quote", "is:undated", "is:approximate", "is:disputed", "is:contested", "is:marked",
		"is:new", "is:changed",
		"date:2025-02",
		"date:2025-01..2025-03", "since:2025-03", "until:2025-02", "id:e1", "a", "20:39",
		"date>=2025-03", "date<2025-03", "date>2025-02", "type:call|strike", "type!=call", "!yermak",
		"importance:8", "importance>=8", "importance<8", "importance!=8", `"Impact Areas":war`, "has:importance",
	})
	return rapid.Custom(func(t *rapid.T) string { return drawQuery(t, term, 3) })
}

// drawQuery draws a query in which AND, OR and NOT are nested to a depth.
func drawQuery(t *rapid.T, term *rapid.Generator[string], depth int) string {
	if depth == 0 {
		return term.Draw(t, "term")
	}
	switch rapid.IntRange(0, 5).Draw(t, "shape") {
	case 0:
		return "-(" + drawQuery(t, term, depth-1) + ")"
	case 1:
		return "(" + drawQuery(t, term, depth-1) + " OR " + drawQuery(t, term, depth-1) + ")"
	case 2:
		return "NOT " + term.Draw(t, "term")
	case 3, 4:
		return drawQuery(t, term, depth-1) + " " + drawQuery(t, term, depth-1)
	}
	return term.Draw(t, "term")
}

// Day draws a day: from 1970 to 2038, some thousand years around that, or any.
func Day() *rapid.Generator[calendar.Day] {
	return rapid.Custom(func(t *rapid.T) calendar.Day {
		near, far := rapid.Int32Range(0, 25_000), rapid.Int32Range(-1_000_000, 1_000_000)
		return calendar.Day(rapid.OneOf(near, far, rapid.Int32()).Draw(t, "day"))
	})
}

// Scale draws a scale, and returns it with the first and last day and the number of columns that it was made for.
func Scale(t *rapid.T) (s calendar.Scale, first, last calendar.Day, n int) {
	first, last = Day().Draw(t, "first"), Day().Draw(t, "last")
	n = rapid.IntRange(1, 300).Draw(t, "columns")
	first, last = min(first, last), max(first, last)
	if rapid.Bool().Draw(t, "fit") {
		return calendar.Fit(first, last, n), first, last, n
	}
	s = calendar.At(rapid.SampledFrom(Units).Draw(t, "unit"), first, n)
	return s, first, min(max(first, s.Start(n)-1), last), n
}

// Units are all units of time, the longest first.
var Units = []calendar.Unit{
	calendar.Centuries, calendar.Decades, calendar.Years, calendar.Quarters, calendar.Months,
	calendar.Weeks, calendar.Days,
}
