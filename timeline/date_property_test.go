package timeline

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// aDate draws a date of any kind.
func aDate() *rapid.Generator[Date] {
	mark := rapid.SampledFrom([]string{"", "", "", "?", "~", "%"})
	day := rapid.Custom(func(t *rapid.T) string {
		d := Day(rapid.Int32Range(-100_000, 100_000).Draw(t, "day"))
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
			text += rapid.StringMatching(`T(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):(00|30))?`).Draw(t, "time")
		}
		if negative && strings.Trim(text[:4], "0") != "" {
			text = "-" + text
		}
		if strings.Contains(text, "T") {
			return text
		}
		return text + mark.Draw(t, "mark")
	})
	return rapid.Custom(func(t *rapid.T) Date {
		for {
			a, b := single.Draw(t, "a"), single.Draw(t, "b")
			forms := []string{a, a, a, a + "/" + b, a + "/..", "../" + a, a + "/", "[" + a + "," + b + "]", "{" + a + "," + b + "}", "[" + a + "..]", "[.." + a + "]", "[" + a + ".." + b + "]", ""}
			text := rapid.SampledFrom(forms).Draw(t, "text")
			if text == "" {
				return Date{}
			}
			if d, err := ParseDate(text); err == nil {
				return d
			}
		}
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

// checkDate is what is true of every date.
func checkDate(t interface {
	Helper()
	Fatalf(string, ...any)
}, d Date,
) {
	t.Helper()
	if d.Earliest() > d.Latest() {
		t.Fatalf("%q goes from %v to %v", d.EDTF(), d.Earliest(), d.Latest())
	}
	if d.String() == "" || !utf8.ValidString(d.String()) {
		t.Fatalf("%q reads %q", d.EDTF(), d)
	}
	if n := utf8.RuneCountInString(d.Short()); n == 0 || n > 9 {
		t.Fatalf("%q takes %d cells: %q", d.EDTF(), n, d.Short())
	}
	if d.IsZero() {
		return
	}
	again, err := ParseDate(d.EDTF())
	if err != nil || again != d {
		t.Fatalf("%q comes back as %#v, %v; it was %#v", d.EDTF(), again, err, d)
	}
	marks := strings.ReplaceAll(d.Short(), "year ?", "") // which is how an unknown year reads, also in an interval
	if doubtful := d.Approximate() || d.Uncertain(); doubtful != strings.ContainsAny(marks, "~?%") {
		t.Fatalf("%q is doubtful: %v, but reads %q", d.EDTF(), doubtful, d.Short())
	}
}

func FuzzParseDate(f *testing.F) {
	for _, c := range dates {
		f.Add(c.edtf)
	}
	for _, c := range badDates {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
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
