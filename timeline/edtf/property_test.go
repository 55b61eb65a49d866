package edtf_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

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
