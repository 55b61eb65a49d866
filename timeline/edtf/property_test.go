package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/testrecord"
)

// aDate draws a date of any kind, sometimes the zero Date.
func aDate() *rapid.Generator[edtf.Date] {
	return rapid.Map(testrecord.DateText(), func(text string) edtf.Date {
		d, _ := edtf.Parse(text)
		return d
	})
}

func TestOrderIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := aDate().Draw(t, "a"), aDate().Draw(t, "b"), aDate().Draw(t, "c")
		if a.Compare(a) != 0 {
			t.Fatalf("%v is not the same as itself", a)
		}
		if a.Compare(b) != -b.Compare(a) {
			t.Fatalf("%v and %v: %d and %d", a, b, a.Compare(b), b.Compare(a))
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%v, %v, %v go in a circle", a, b, c)
		}
		if a.Earliest() < b.Earliest() && a.Compare(b) >= 0 {
			t.Fatalf("%v begins before %v and comes after it", a, b)
		}
	})
}

func TestDatesHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkDate(t, aDate().Draw(t, "date")) })
}

// checkDate checks what holds for every date.
func checkDate(t interface {
	Helper()
	Fatalf(string, ...any)
}, d edtf.Date,
) {
	t.Helper()
	if d.Earliest() > d.Latest() {
		t.Fatalf("%q goes from %v to %v", d.EDTF(), d.Earliest(), d.Latest())
	}
	if d.String() == "" || !utf8.ValidString(d.String()) {
		t.Fatalf("%q reads %q", d.EDTF(), d)
	}
	if n := utf8.RuneCountInString(d.Short()); n == 0 || n > 6 {
		t.Fatalf("%q takes %d cells: %q", d.EDTF(), n, d.Short())
	}
	if d.IsZero() {
		return
	}
	again, err := edtf.Parse(d.EDTF())
	if err != nil || again != d {
		t.Fatalf("%q comes back as %#v, %v; it was %#v", d.EDTF(), again, err, d)
	}
	told := d.Short() + d.Until()
	if d.Approximate() && !strings.Contains(told, "~") && !strings.Contains(told, "c. ") {
		t.Fatalf("%q is approximate, but reads %q", d.EDTF(), told)
	}
	if d.Uncertain() && !strings.Contains(told, "?") && !strings.Contains(told, "uncertain") {
		t.Fatalf("%q is uncertain, but reads %q", d.EDTF(), told)
	}
}

// A mark on a date moves none of its bounds, and it is marked then.
func TestMarksMoveNoBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDate().Draw(t, "date")
		if d.IsZero() || d.IsSet() || d.IsInterval() || d.Precision() == edtf.ToMinute || d.Approximate() || d.Uncertain() {
			t.Skip("it takes no mark")
		}
		mark := rapid.SampledFrom([]string{"?", "~", "%"}).Draw(t, "mark")
		for _, text := range []string{d.EDTF() + mark, mark + d.EDTF()} {
			marked, err := edtf.Parse(text)
			if err != nil || marked.Period() != d.Period() || marked.Precision() != d.Precision() {
				t.Fatalf("%s reaches over %v, and %s over %v, %v", d.EDTF(), d.Period(), text, marked.Period(), err)
			}
			if marked.Uncertain() != (mark != "~") || marked.Approximate() != (mark != "?") {
				t.Fatalf("%s is uncertain: %t, approximate: %t", text, marked.Uncertain(), marked.Approximate())
			}
		}
	})
}

// A set reaches over its members and no further, and an interval from its start to its end.
func TestBoundsOfSeveralDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := aDate().Draw(t, "a"), aDate().Draw(t, "b")
		if a.IsZero() || b.IsZero() || a.IsSet() || b.IsSet() || a.IsInterval() || b.IsInterval() {
			t.Skip("no members")
		}
		for _, brackets := range []string{"[]", "{}"} {
			set := must(t, brackets[:1]+a.EndEDTF()+","+b.EndEDTF()+brackets[1:])
			want := calendar.Period{From: min(a.Earliest(), b.Earliest()), To: max(a.Latest(), b.Latest())}
			if set.Period() != want || set.Precision() != min(a.Precision(), b.Precision()) {
				t.Fatalf("%s reaches over %v, want %v", set.EDTF(), set.Period(), want)
			}
		}
		for _, join := range []string{"%s/%s", "[%s..%s]", "{%s..%s}"} {
			span, err := edtf.Parse(fmt.Sprintf(join, a.EndEDTF(), b.EndEDTF()))
			if want := (calendar.Period{From: a.Earliest(), To: b.Latest()}); err == nil && span.Period() != want {
				t.Fatalf("%s reaches over %v, want %v", span.EDTF(), span.Period(), want)
			}
		}
	})
}

// All dates beyond one end of the calendar are beyond all others.
func TestBeyondTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(calendar.MaxYear+1, 1<<62).Draw(t, "year")
		d := aDate().Draw(t, "date")
		late, early := must(t, fmt.Sprint("Y", n)), must(t, fmt.Sprint("Y-", n))
		if !d.Beyond() && d.Earliest() != calendar.Beginning && early.Compare(d) >= 0 {
			t.Fatalf("%s does not come before %s", early, d)
		}
		if !d.Beyond() && !d.IsZero() && d.Compare(late) >= 0 || late.Compare(edtf.Date{}) >= 0 {
			t.Fatalf("%s does not come after %s", late, d)
		}
		if !late.Beyond() || !early.Beyond() || early.Compare(late) >= 0 {
			t.Fatalf("%s and %s are not beyond the calendar", early, late)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, c := range dates {
		f.Add(c.text)
	}
	for _, c := range badDates {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err == nil {
			if d.IsZero() {
				t.Fatalf("%q is undated without an error", text)
			}
			checkDate(t, d)
			return
		}
		checkDateError(t, text, err)
	})
}
