package load

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
)

// The calendar repeats itself after an era of 400 years, with its leap days and its weekdays. So what is true of a
// record is true of the same record some eras earlier, also where 1970 lies between: its first day is the zero Day.

// daysOfEra is the number of days of 400 years.
const daysOfEra = 146097

// yearIn is a year of an expression, with digits that are not specified or without.
var yearIn = regexp.MustCompile(`\b\d\d(?:\d\d|\dX|XX)`)

// earlier returns an expression with all its years some eras earlier, which changes only the century.
func earlier(text string, eras int) string {
	return yearIn.ReplaceAllStringFunc(text, func(year string) string {
		century, _ := strconv.Atoi(year[:2])
		return fmt.Sprintf("%02d", century-4*eras) + year[2:]
	})
}

// earlierDay returns a day some eras earlier. The ends of time stay where they are.
func earlierDay(d calendar.Day, eras int) calendar.Day {
	if d == calendar.Beginning || d == calendar.Forever {
		return d
	}
	return d - calendar.Day(eras*daysOfEra)
}

// anExpression draws the text of a date of any form, of years around 1970.
func anExpression() *rapid.Generator[string] {
	single := rapid.Custom(func(t *rapid.T) string {
		d := calendar.DayOf(rapid.IntRange(1940, 2000).Draw(t, "year"), time.January, rapid.IntRange(1, 365).Draw(t, "day"))
		if rapid.IntRange(0, 9).Draw(t, "near") == 0 {
			d = calendar.Day(rapid.IntRange(-2, 2).Draw(t, "from the epoch"))
		}
		text := d.String()
		switch rapid.IntRange(0, 7).Draw(t, "form") {
		case 0:
			return text[:4] + rapid.SampledFrom([]string{"", "~", "?"}).Draw(t, "mark")
		case 1:
			return text[:7]
		case 2:
			return text[:3] + "X"
		case 3:
			return text[:2] + "XX"
		case 4:
			return text[:4] + fmt.Sprintf("-%02d", rapid.IntRange(21, 41).Draw(t, "season"))
		case 5:
			return text[:8] + "XX"
		case 6:
			return text + "T12:00"
		}
		return text
	})
	return rapid.Custom(func(t *rapid.T) string {
		for {
			a, b := single.Draw(t, "a"), single.Draw(t, "b")
			text := rapid.SampledFrom([]string{
				a, a + "/" + b, a + "/..", a + "/", "../" + a, "/" + a, "[" + a + "," + b + "]", "{" + a + "," + b + "}",
				"[" + a + ".." + b + "]", "[" + a + "..]", "[.." + a + "]", "{.." + a + "}", "[.." + a + "," + b + "]",
				"[" + a + "," + b + "..]", "[.." + a + "," + b + "..]",
			}).Draw(t, "text")
			if _, err := edtf.Parse(text); err == nil {
				return text
			}
		}
	})
}

func TestBoundsGoWithTheYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, eras := anExpression().Draw(t, "date"), rapid.IntRange(1, 2).Draw(t, "eras")
		d, before := testbuild.MustDate(text), testbuild.MustDate(earlier(text, eras))
		if before.Earliest() != earlierDay(d.Earliest(), eras) || before.Latest() != earlierDay(d.Latest(), eras) {
			t.Fatalf("%s is %v to %v, and %s is %v to %v",
				text, d.Earliest(), d.Latest(), before.EDTF(), before.Earliest(), before.Latest())
		}
		if traitsOf(d) != traitsOf(before) || d.Precision() != before.Precision() {
			t.Fatalf("%s and %s differ: %q, %q", text, before.EDTF(), d.Short(), before.Short())
		}
	})
}

// traitsOf returns what is true of a date beside its bounds.
func traitsOf(d edtf.Date) [4]bool {
	return [...]bool{d.Approximate(), d.Uncertain(), d.IsInterval(), d.IsSet()}
}

func TestRecordsAreTheSameInEveryEra(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(anExpression(), 1, 12).Draw(t, "dates")
		held := rapid.SliceOfN(anExpression(), 2, 2).Draw(t, "membership")
		key := rapid.SampledFrom([]string{"date:", "since:", "until:", "-date:"}).Draw(t, "key")
		asked := key + anExpression().Draw(t, "asked")
		eras := rapid.IntRange(1, 2).Draw(t, "eras")
		of := func(shift int) *index.Index {
			d := testbuild.NewDraft()
			d.Actor("a", "A", timeline.Person, "", "", "b|role|"+earlier(held[0], shift)+"|"+earlier(held[1], shift))
			d.Actor("b", "B", timeline.Organization, "", "")
			for _, text := range texts {
				d.Event(earlier(text, shift), "Title", "a", nil)
			}
			return index.New(d.Done())
		}
		checkEras(t, of(0), of(eras), asked, eras)
	})
}

func checkEras(t *rapid.T, x, y *index.Index, asked string, eras int) {
	ids := func(x *index.Index, query string) (ids []string) {
		found := x.Select(asking(t, query))
		for n := range found.Len() {
			ids = append(ids, x.Timeline().ID(found.At(n)))
		}
		return ids
	}
	for _, query := range [][2]string{{"", ""}, {asked, earlier(asked, eras)}, {"actor:b", "actor:b"}} {
		if a, b := ids(x, query[0]), ids(y, query[1]); !slices.Equal(a, b) {
			t.Fatalf("%q has %q, and %d eras earlier %q has %q", query[0], a, eras, query[1], b)
		}
	}
	if x.Dated() != y.Dated() {
		t.Fatalf("%d events have a date, and %d eras earlier %d", x.Dated(), eras, y.Dated())
	}
	for i := range x.Dated() {
		if x.Begins(i) == calendar.Beginning && y.Begins(i) == calendar.Beginning {
			continue
		}
		if want := earlierDay(x.Begins(i), eras); y.Begins(i) != want || x.Known(i) != y.Known(i) {
			t.Fatalf("event %d begins on %v, and %d eras earlier on %v", i, x.Begins(i), eras, y.Begins(i))
		}
	}
}
