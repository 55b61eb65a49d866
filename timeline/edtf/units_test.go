package edtf_test

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/testrecord"
)

// A date that was constructed is the date that its text is read to.
func TestConstructedDatesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := testrecord.Day().Draw(t, "day")
		u := rapid.SampledFrom(testrecord.Units).Draw(t, "unit")
		if date := edtf.Of(u, d); !date.IsZero() {
			if read, err := edtf.Parse(date.EDTF()); err != nil || read != date {
				t.Fatalf("%+v is read as %+v, %v", date, read, err)
			}
		}
		year, _, _ := d.Civil()
		if date := edtf.Of(u, d); date.IsZero() && year > calendar.MinYear+100 && year < calendar.MaxYear-100 {
			t.Fatalf("no %v has %v", u, d)
		} else if !date.IsZero() && (date.Earliest() != u.Start(d) || date.Latest() != u.Next(d)-1) {
			t.Fatalf("the %v of %v goes from %v to %v", u, d, date.Earliest(), date.Latest())
		}
	})
}

func TestIntervalIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := aDate().Draw(t, "from"), aDate().Draw(t, "to")
		date, ok := edtf.Interval(from, to)
		if from.IsZero() && to.IsZero() {
			t.Skip("nothing is made of nothing")
		}
		read, err := edtf.Parse(end(from) + "/" + end(to))
		if ok != (err == nil) || ok && (read != date || read.String() != date.String()) {
			t.Fatalf("%q to %q is %+v, %t; read, it is %+v, %v", from, to, date, ok, read, err)
		}
	})
}

// end returns the text of a date as an end of an interval.
func end(d edtf.Date) string {
	if d.IsZero() {
		return ".."
	}
	return d.EndEDTF()
}

func TestExtent(t *testing.T) {
	dates := []edtf.Date{must(t, "2025-09-08"), must(t, "2026-01/.."), {}, must(t, "../2022-02")}
	first, last, ok := edtf.Extent(len(dates), func(i int) edtf.Date { return dates[i] })
	if !ok || first != must(t, "2022-02").Latest() || last != must(t, "2026-01").Earliest() {
		t.Errorf("got %v to %v, %v", first, last, ok)
	}
	if _, _, ok := edtf.Extent(1, func(int) edtf.Date { return edtf.Date{} }); ok {
		t.Error("undated events have an extent")
	}
	if _, _, ok := edtf.Extent(0, nil); ok {
		t.Error("no events have an extent")
	}
}
